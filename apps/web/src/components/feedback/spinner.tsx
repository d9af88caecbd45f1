import styles from './spinner.module.css';

/** A turning ring in the colour of the text; say in words elsewhere what is awaited. */
export const Spinner = () => <span className={styles['spinner']} aria-hidden="true" />;
