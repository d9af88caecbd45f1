import { useQuery } from '@tanstack/react-query';
import type { TransactionLogEntry } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { userQuery } from '../../../lib/queries/users.js';

type ActorKind = TransactionLogEntry['actorKind'];

/** The end of an id: enough to tell the few on a page apart. */
export const shortId = (id: string): string => `…${id.slice(-6)}`;

/** A member's nickname; for others, and until it is known, the kind of actor. */
export function useActorName(kind: ActorKind, actorId: string | null): string {
  const { t } = useTranslation('admin');
  const isUser = kind === 'user' && actorId !== null;
  const { data } = useQuery({ ...userQuery(actorId ?? ''), enabled: isUser, staleTime: 5 * 60_000 });
  if (isUser && data !== undefined) return data.data.nickname;
  const name = t(`log.actorKinds.${kind}`);
  return actorId === null ? name : `${name} ${shortId(actorId)}`;
}
