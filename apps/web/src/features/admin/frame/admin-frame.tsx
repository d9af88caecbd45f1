import type { Action } from '@virtualcafe/contracts';
import { Coffee, History, KeyRound, LayoutGrid, MapPinned, ShieldAlert, Users, type LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { AppLink } from '../../../components/navigation/app-link.js';
import { PageHead } from '../../../components/page-head/page-head.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { hasAbility, useSession } from '../../../lib/session/use-session.js';
import styles from './admin-frame.module.css';

export type AdminPart = 'regions' | 'cafes' | 'users' | 'moderation' | 'apiKeys' | 'log';

/** The parts of the administration and what one must be able to do to enter each. */
export const adminParts: readonly { id: AdminPart; to: string; icon: LucideIcon; requires: Action }[] = [
  { id: 'regions', to: '/admin/regions', icon: MapPinned, requires: 'region.manage' },
  { id: 'cafes', to: '/admin/cafes', icon: Coffee, requires: 'cafe.update-owners' },
  { id: 'users', to: '/admin/users', icon: Users, requires: 'user.list' },
  { id: 'moderation', to: '/admin/moderation', icon: ShieldAlert, requires: 'report.list' },
  { id: 'apiKeys', to: '/admin/api-keys', icon: KeyRound, requires: 'api-key.list' },
  { id: 'log', to: '/admin/log', icon: History, requires: 'transaction-log.list' },
];

type AdminFrameProps = { title: string; lead: string; actions?: ReactNode; children: ReactNode };

/** What stands around every page of the administration: its menu beside it, above it on a phone. */
export function AdminFrame({ title, lead, actions, children }: AdminFrameProps) {
  usePageTitle(title);
  return (
    <div className={`page ${styles['frame']}`}>
      <AdminMenu />
      <div className={styles['content']}>
        <PageHead title={title} lead={lead} actions={actions} />
        {children}
      </div>
    </div>
  );
}

function AdminMenu() {
  const { t } = useTranslation('admin');
  const { account } = useSession();
  return (
    <nav aria-label={t('nav.label')} className={styles['menu']}>
      <ul className={styles['list']}>
        {hasAbility(account, 'user.list') && <MenuLink to="/admin" icon={LayoutGrid} text={t('nav.overview')} />}
        {adminParts
          .filter(({ requires }) => hasAbility(account, requires))
          .map(({ id, to, icon }) => (
            <MenuLink key={id} to={to} icon={icon} text={t(`nav.${id}`)} />
          ))}
      </ul>
    </nav>
  );
}

function MenuLink({ to, icon: Icon, text }: { to: string; icon: LucideIcon; text: string }) {
  const isCurrent = useLocation().pathname === to;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent && item.current !== null) bringToMiddle(item.current);
  }, [isCurrent]);
  return (
    <li ref={item}>
      <AppLink to={to} className={styles['link']} aria-current={isCurrent ? 'page' : undefined}>
        <Icon aria-hidden />
        {text}
      </AppLink>
    </li>
  );
}

/** On a phone the menu is a row that scrolls: the open part may lie outside. The page itself stays where it is. */
function bringToMiddle(item: HTMLLIElement): void {
  const row = item.parentElement;
  if (row === null) return;
  const [own, all] = [item.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += own.left + own.width / 2 - all.left - all.width / 2;
}
