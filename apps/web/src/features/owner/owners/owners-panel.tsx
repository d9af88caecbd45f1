import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ManagedCafe, ManagedUser } from '@virtualcafe/contracts';
import { UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { SkeletonText } from '../../../components/feedback/skeleton.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { SearchField } from '../../../components/field/search-field.js';
import { Section } from '../../../components/section/section.js';
import { api, taggedDataOf } from '../../../lib/api/client.js';
import { useErrorText } from '../../../lib/api/use-error-text.js';
import { acceptCafe } from '../../../lib/queries/managed-cafes.js';
import { userListQuery } from '../../../lib/queries/users.js';
import styles from './owners-panel.module.css';

/** Who looks after a café; for administrators. */
export function OwnersPanel({ cafe }: { cafe: ManagedCafe }) {
  const { t } = useTranslation('owner');
  const { replaceOwners, isSaving } = useReplaceOwners(cafe.code);
  const ownerIds = cafe.owners.map(({ id }) => id);
  return (
    <div className={styles['columns']}>
      <Section title={t('owners.title')} lead={t('owners.lead')}>
        {cafe.owners.length === 0 && <p className={styles['empty']}>{t('owners.empty')}</p>}
        <ul className={styles['people']}>
          {cafe.owners.map(({ id, nickname, loginId }) => (
            <li key={id}>
              <Person nickname={nickname} loginId={loginId} />
              <Button
                size="sm"
                icon={<UserMinus aria-hidden />}
                disabled={isSaving}
                aria-label={t('owners.removeName', { name: nickname })}
                onClick={() => replaceOwners(ownerIds.filter((other) => other !== id))}
              >
                {t('owners.remove')}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('owners.addTitle')} lead={t('owners.addLead')}>
        <Candidates ownerIds={ownerIds} isSaving={isSaving} onAdd={(user) => replaceOwners([...ownerIds, user.id])} />
      </Section>
    </div>
  );
}

function useReplaceOwners(code: string) {
  const { t } = useTranslation('owner');
  const client = useQueryClient();
  const errorText = useErrorText();
  const { mutate, isPending } = useMutation({
    mutationFn: (userIds: string[]) =>
      taggedDataOf(api.PUT('/api/v1/cafes/{code}/owners', { params: { path: { code } }, body: { userIds } })),
    onSuccess: (cafe) => {
      acceptCafe(client, cafe);
      toast.success(t('owners.saved'));
    },
    onError: (error) => toast.error(errorText(error)),
  });
  return { replaceOwners: mutate, isSaving: isPending };
}

type CandidatesProps = { ownerIds: readonly string[]; isSaving: boolean; onAdd: (user: ManagedUser) => void };

const candidateCount = 8;

/** The business members who match a search. */
function Candidates({ ownerIds, isSaving, onAdd }: CandidatesProps) {
  const { t } = useTranslation('owner');
  const errorText = useErrorText();
  const [q, setQ] = useState('');
  const { data, error } = useQuery(
    userListQuery({ page: 1, pageSize: candidateCount, q, userType: 'BUSINESS', isDisabled: 'false' }),
  );
  return (
    <>
      <SearchField label={t('owners.search')} placeholder={t('owners.search')} value={q} onSearch={setQ} />
      {error !== null && <p role="alert">{errorText(error)}</p>}
      {data === undefined && error === null && <SkeletonText lines={4} />}
      {data?.items.length === 0 && <p className={styles['empty']}>{t('owners.noMatch')}</p>}
      <ul className={styles['people']}>
        {data?.items.map((user) => (
          <li key={user.id}>
            <Person nickname={user.nickname} loginId={user.loginId} />
            {ownerIds.includes(user.id) ? (
              <span className={styles['already']}>{t('owners.already')}</span>
            ) : (
              <Button
                size="sm"
                icon={<UserPlus aria-hidden />}
                disabled={isSaving}
                aria-label={t('owners.addName', { name: user.nickname })}
                onClick={() => onAdd(user)}
              >
                {t('owners.add')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const Person = ({ nickname, loginId }: { nickname: string; loginId: string | null }) => (
  <span className={styles['person']}>
    <strong>{nickname}</strong>
    {loginId !== null && <span>{loginId}</span>}
  </span>
);
