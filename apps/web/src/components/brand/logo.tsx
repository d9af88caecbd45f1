import styles from './logo.module.css';

/** The mark: a cup that is also a doorway. */
export function LogoMark({ className }: { className?: string | undefined }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path d="M23 13.5h1.4a4.6 4.6 0 0 1 0 9.2H23" fill="none" stroke="var(--accent)" strokeWidth="2.8" />
      <path d="M4 28V13.5a10 10 0 0 1 20 0V28a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1Z" fill="var(--accent)" />
      <path d="M9 29V14.5a5 5 0 0 1 10 0V29Z" fill="light-dark(#ffd596, #2b1308)" />
      <circle cx="16.4" cy="21.6" r="1.3" fill="var(--accent)" />
    </svg>
  );
}

/** The mark and the name. */
export const Logo = () => (
  <span className={styles['logo']}>
    <LogoMark className={styles['mark']} />
    <span className={styles['name']}>VirtualCafe</span>
  </span>
);
