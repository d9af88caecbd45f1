import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchBox } from '../../../components/search-box/search-box.js';

// Long enough for a syllable to be composed, short enough to feel live.
const pauseMs = 220;

type LiveSearchBoxProps = { initial: string; onWords: (words: string) => void };

/** Searches while one types, after a short pause; at once with Enter. */
export function LiveSearchBox({ initial, onWords }: LiveSearchBoxProps) {
  const { t } = useTranslation('search');
  const [words, setWords] = useState(initial);
  const report = useEffectEvent(() => onWords(words));

  useEffect(() => {
    if (words === initial) return;
    const timer = setTimeout(report, pauseMs);
    return () => clearTimeout(timer);
  }, [words, initial]);

  return (
    <SearchBox
      value={words}
      onValue={setWords}
      onSubmit={() => onWords(words)}
      label={t('searchLabel')}
      placeholder={t('searchPlaceholder')}
      hint={t('hint')}
    />
  );
}
