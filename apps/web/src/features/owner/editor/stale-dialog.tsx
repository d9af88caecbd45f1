import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import styles from './stale-dialog.module.css';
import type { FieldOf, StaleEdit } from './use-record-editor.js';

/** The name of a field, and its value in words; '' for one that is empty. */
export type FieldWords<Values> = {
  nameOf: (field: FieldOf<Values>) => string;
  textOf: (field: FieldOf<Values>, values: Values) => string;
};

type StaleDialogProps<Values> = {
  title: string;
  stale: StaleEdit<Values> | null;
  words: FieldWords<Values>;
  /** Ends it; the named fields take the other person's values. */
  onSettle: (fields: readonly FieldOf<Values>[]) => void;
};

type ShownProps<Values> = Omit<StaleDialogProps<Values>, 'title' | 'stale'> & { stale: StaleEdit<Values> };

/** Tells that somebody else has changed the record, what it was, and has one choose where both changed the same. */
export function StaleDialog<Values>({ title, stale, words, onSettle }: StaleDialogProps<Values>) {
  return (
    <Dialog isOpen={stale !== null} onClose={() => onSettle([])} title={title}>
      {stale !== null && <Choices {...{ stale, words, onSettle }} />}
    </Dialog>
  );
}

function Choices<Values>({ stale, words, onSettle }: ShownProps<Values>) {
  const { t } = useTranslation('owner');
  const [taken, setTaken] = useState<ReadonlySet<FieldOf<Values>>>(new Set());
  const { received, conflicts } = stale;

  const choose = (field: FieldOf<Values>, isTheirs: boolean): void => {
    const next = new Set(taken);
    if (isTheirs) next.add(field);
    else next.delete(field);
    setTaken(next);
  };

  return (
    <div className={styles['content']}>
      <p>{conflicts.length > 0 ? t('stale.lead') : t('stale.leadReceived')}</p>
      {conflicts.length > 0 && (
        <div className={styles['group']}>
          <h3 className={styles['title']}>{t('stale.conflicts')}</h3>
          {conflicts.map((field) => (
            <Conflict key={field} {...{ field, stale, words }} isTheirs={taken.has(field)} onChoose={choose} />
          ))}
        </div>
      )}
      {received.length > 0 && <Received stale={stale} words={words} />}
      <div className={styles['actions']}>
        {conflicts.length > 0 && <Button onClick={() => onSettle(conflicts)}>{t('stale.takeTheirs')}</Button>}
        <Button variant="primary" onClick={() => onSettle([...taken])}>
          {t('stale.goOn')}
        </Button>
      </div>
    </div>
  );
}

function Received<Values>({ stale: { received, theirs }, words }: Omit<ShownProps<Values>, 'onSettle'>) {
  const { t } = useTranslation('owner');
  const { nameOf, textOf } = words;
  return (
    <div className={styles['group']}>
      <h3 className={styles['title']}>{t('stale.received')}</h3>
      <dl className={styles['received']}>
        {received.map((field) => (
          <div key={field}>
            <dt>{nameOf(field)}</dt>
            <dd>{textOf(field, theirs) || t('stale.empty')}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type ConflictProps<Values> = Omit<ShownProps<Values>, 'onSettle'> & {
  field: FieldOf<Values>;
  isTheirs: boolean;
  onChoose: (field: FieldOf<Values>, isTheirs: boolean) => void;
};

function Conflict<Values>({ field, stale, words, isTheirs, onChoose }: ConflictProps<Values>) {
  const { t } = useTranslation('owner');
  const { nameOf, textOf } = words;
  const name = useId();
  const side = (label: string, text: string, isTheirSide: boolean) => (
    <label className={styles['side']}>
      <input
        type="radio"
        name={name}
        checked={isTheirs === isTheirSide}
        onChange={() => onChoose(field, isTheirSide)}
      />
      <span className={styles['whose']}>{label}</span>
      <span className={styles['value']}>{text || t('stale.empty')}</span>
    </label>
  );
  return (
    <fieldset className={styles['conflict']}>
      <legend>{nameOf(field)}</legend>
      {side(t('stale.mine'), textOf(field, stale.values), false)}
      {side(t('stale.theirs'), textOf(field, stale.theirs), true)}
    </fieldset>
  );
}
