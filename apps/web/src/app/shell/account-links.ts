import type { Account, Action } from '@virtualcafe/contracts';
import { hasAbility } from '../../lib/session/use-session.js';

type AccountLink = {
  to: string;
  textKey: 'nav.account' | 'nav.owner' | 'nav.admin' | 'nav.moderation';
  requires: Action;
  /** Whoever may attempt this gets there by another link. */
  unless?: Action;
};

const links: readonly AccountLink[] = [
  { to: '/account', textKey: 'nav.account', requires: 'account.read' },
  { to: '/owner', textKey: 'nav.owner', requires: 'cafe.manage' },
  { to: '/admin', textKey: 'nav.admin', requires: 'user.list' },
  { to: '/admin/moderation', textKey: 'nav.moderation', requires: 'report.list', unless: 'user.list' },
];

/** The places of their own that an account may enter. */
export const accountLinksOf = (account: Account): readonly AccountLink[] =>
  links.filter(
    ({ requires, unless }) => hasAbility(account, requires) && (unless === undefined || !hasAbility(account, unless)),
  );
