import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button/button.js';
import { SwitchField } from '../../../components/field/switch-field.js';
import { TextField } from '../../../components/field/text-fields.js';
import type { LinkDraft } from './link-drafts.js';
import styles from './link-fields.module.css';
import { LinkThumbnail } from './link-thumbnail.js';

type LinkFieldsProps = {
  link: LinkDraft;
  errors: { [K in 'name' | 'url' | 'thumbnail']: string | undefined };
  onLeave: (field: 'name' | 'url') => void;
  onChange: (change: Partial<LinkDraft>) => void;
  /** Null at the ends of the list. */
  onEarlier: (() => void) | null;
  onLater: (() => void) | null;
  onRemove: () => void;
};

/** One link to a virtual room. */
export function LinkFields({ link, errors, onLeave, onChange, onEarlier, onLater, onRemove }: LinkFieldsProps) {
  const { t } = useTranslation('photos');
  const type = t(`links.types.${link.type}`);
  return (
    <li className={styles['link']}>
      <div className={styles['head']}>
        <h3 className={styles['type']}>{type}</h3>
        <IconButton label={t('links.earlier', { type })} disabled={onEarlier === null} onClick={() => onEarlier?.()}>
          <ArrowUp aria-hidden />
        </IconButton>
        <IconButton label={t('links.later', { type })} disabled={onLater === null} onClick={() => onLater?.()}>
          <ArrowDown aria-hidden />
        </IconButton>
        <IconButton label={t('links.remove', { type })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      <div className={styles['columns']}>
        <div className={styles['fields']}>
          <TextField
            label={t('links.name')}
            hint={t('links.nameHint')}
            autoComplete="off"
            value={link.name}
            error={errors.name}
            onValue={(name) => onChange({ name })}
            onBlur={() => onLeave('name')}
          />
          <TextField
            label={t('links.url')}
            hint={t('links.urlHint')}
            type="url"
            inputMode="url"
            autoComplete="off"
            value={link.url}
            error={errors.url}
            onValue={(url) => onChange({ url })}
            onBlur={() => onLeave('url')}
          />
          <SwitchField
            label={t('links.isAvailable')}
            hint={t('links.isAvailableHint')}
            isOn={link.isAvailable}
            onToggle={(isAvailable) => onChange({ isAvailable })}
          />
        </div>
        <LinkThumbnail
          type={type}
          thumbnail={link.thumbnail}
          error={errors.thumbnail}
          onChange={(thumbnail) => onChange({ thumbnail })}
        />
      </div>
    </li>
  );
}
