import styles from './progress-bar.module.css';

/** How far something is, 0 to 100; null while that is not known. */
export function ProgressBar({ label, percent }: { label: string; percent: number | null }) {
  return (
    <progress className={styles['bar']} aria-label={label} max={100} {...(percent !== null && { value: percent })} />
  );
}
