import type { Account } from '@virtualcafe/contracts';
import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { AppLink } from '../../components/navigation/app-link.js';
import { accountLinksOf } from './account-links.js';
import styles from './account-menu.module.css';
import { useSignOut } from '../../lib/session/use-sign-out.js';

/** The signed-in person's own places, behind a button with their name. */
export function AccountMenu({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { signOut, isSigningOut } = useSignOut();
  const { isOpen, toggle, rootProps, buttonRef } = useDisclosure();
  const listId = useId();
  return (
    <div className={styles['menu']} {...rootProps}>
      <button
        ref={buttonRef}
        type="button"
        className={styles['button']}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={toggle}
      >
        <Initial name={account.nickname} />
        <span className={styles['name']}>{account.nickname}</span>
        <span className="visually-hidden">{t('nav.accountMenu')}</span>
        <ChevronDown aria-hidden />
      </button>
      <ul id={listId} className={styles['list']} hidden={!isOpen}>
        {accountLinksOf(account).map(({ to, textKey }) => (
          <li key={to}>
            <AppLink to={to} className={styles['item']}>
              {t(textKey)}
            </AppLink>
          </li>
        ))}
        <li className={styles['last']}>
          <button type="button" className={styles['item']} disabled={isSigningOut} onClick={() => void signOut()}>
            {t('nav.signOut')}
          </button>
        </li>
      </ul>
    </div>
  );
}

const Initial = ({ name }: { name: string }) => (
  <span className={styles['initial']} aria-hidden="true">
    {Array.from(name)[0]}
  </span>
);

/** Closes with Escape, when the focus leaves, on a click elsewhere and on a change of page. */
function useDisclosure() {
  const { key } = useLocation();
  // Open at one place in the history only: going anywhere closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === key;
  const rootRef = useRef<HTMLDivElement>(null);
  const buttonRef = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const closeFromElsewhere = (event: PointerEvent): void => {
      if (event.target instanceof Node && !rootRef.current?.contains(event.target)) setOpenAt(null);
    };
    document.addEventListener('pointerdown', closeFromElsewhere);
    return () => document.removeEventListener('pointerdown', closeFromElsewhere);
  }, [isOpen]);

  const rootProps = {
    ref: rootRef,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpenAt(null);
      buttonRef.current?.focus();
    },
    onBlur: (event: FocusEvent) => {
      if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setOpenAt(null);
    },
  };
  const toggle = (): void => setOpenAt(isOpen ? null : key);
  return { isOpen, toggle, rootProps, buttonRef };
}
