import { CircleAlert } from 'lucide-react';
import styles from './form-error.module.css';

/** What went wrong with a form as a whole, above its fields; read out when it appears. */
export function FormError({ text }: { text: string | null }) {
  return (
    <div role="alert">
      {text !== null && (
        <p className={styles['error']}>
          <CircleAlert aria-hidden />
          {text}
        </p>
      )}
    </div>
  );
}
