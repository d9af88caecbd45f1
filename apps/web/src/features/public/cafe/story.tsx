import { useTranslation } from 'react-i18next';
import styles from './story.module.css';

/** The paragraphs of a text, parted by empty lines, with where each begins. */
const paragraphsOf = (text: string): { start: number; words: string }[] =>
  [...text.matchAll(/\S[^]*?(?=\n\s*\n|\s*$)/g)].map((match) => ({ start: match.index, words: match[0] }));

/** What the café tells of itself. */
export function Story({ text }: { text: string }) {
  const { t } = useTranslation('cafe');
  const paragraphs = paragraphsOf(text);
  if (paragraphs.length === 0) return null;
  return (
    <section className={styles['story']}>
      <h2 className={styles['title']}>{t('introduction')}</h2>
      {paragraphs.map(({ start, words }) => (
        <p key={start}>{words}</p>
      ))}
    </section>
  );
}
