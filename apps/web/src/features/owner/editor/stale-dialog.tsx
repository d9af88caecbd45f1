import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import type { CafeField } from '../form/cafe-values.js';
import styles from './stale-dialog.module.css';
import type { StaleEdit } from './use-cafe-editor.js';
import { useFieldText } from './use-field-text.js';

type StaleDialogProps = {
  stale: StaleEdit | null;
  /** Ends it; the named fields take the other person's values. */
  onSettle: (fields: readonly CafeField[]) => void;
};

/** Tells that somebody else has changed the café, what it was, and has one choose where both changed the same. */
export function StaleDialog({ stale, onSettle }: StaleDialogProps) {
  const { t } = useTranslation('owner');
  return (
    <Dialog isOpen={stale !== null} onClose={() => onSettle([])} title={t('stale.title')}>
      {stale !== null && <Choices stale={stale} onSettle={onSettle} />}
    </Dialog>
  );
}

function Choices({ stale, onSettle }: { stale: StaleEdit; onSettle: StaleDialogProps['onSettle'] }) {
  const { t } = useTranslation('owner');
  const [taken, setTaken] = useState<ReadonlySet<CafeField>>(new Set());
  const { received, conflicts } = stale;

  const choose = (field: CafeField, isTheirs: boolean): void => {
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
            <Conflict key={field} {...{ field, stale }} isTheirs={taken.has(field)} onChoose={choose} />
          ))}
        </div>
      )}
      {received.length > 0 && <Received stale={stale} />}
      <div className={styles['actions']}>
        {conflicts.length > 0 && <Button onClick={() => onSettle(conflicts)}>{t('stale.takeTheirs')}</Button>}
        <Button variant="primary" onClick={() => onSettle([...taken])}>
          {t('stale.goOn')}
        </Button>
      </div>
    </div>
  );
}

function Received({ stale: { received, theirs } }: { stale: StaleEdit }) {
  const { t } = useTranslation('owner');
  const { nameOf, textOf } = useFieldText();
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

type ConflictProps = {
  field: CafeField;
  stale: StaleEdit;
  isTheirs: boolean;
  onChoose: (field: CafeField, isTheirs: boolean) => void;
};

function Conflict({ field, stale, isTheirs, onChoose }: ConflictProps) {
  const { t } = useTranslation('owner');
  const { nameOf, textOf } = useFieldText();
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
