import { ImagePlus } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.js';
import styles from './drop-zone.module.css';
import { acceptedImageFiles, maxImageMegabytes } from './image-file-rules.js';

type DropZoneProps = {
  /** What is chosen, for a screen reader: "Choose photos of the shop". */
  buttonLabel: string;
  onFiles: (files: File[]) => void;
  hint?: ReactNode;
  isDisabled?: boolean;
  /** Takes one picture only. */
  isSingle?: boolean;
  /** What the file dialog offers; pictures without it. */
  accept?: string;
  icon?: ReactNode;
};

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes files by a button, or dropped from the desktop; pictures unless said otherwise. */
export function DropZone(props: DropZoneProps) {
  const { buttonLabel, onFiles, hint, isDisabled = false, isSingle = false } = props;
  const { accept = acceptedImageFiles, icon = <ImagePlus aria-hidden /> } = props;
  const { t } = useTranslation('controls');
  const inputRef = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const take = (files: FileList | null): void => {
    if (files === null || files.length === 0 || isDisabled) return;
    onFiles(isSingle ? [...files].slice(0, 1) : [...files]);
  };

  return (
    <div
      className={styles['zone']}
      data-over={(isOver && !isDisabled) || undefined}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        // Without this the browser opens the file in place of the page.
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={inputRef}
        type="file"
        multiple={!isSingle}
        hidden
        accept={accept}
        onChange={(event) => {
          take(event.target.files);
          // So that the same file can be chosen again.
          event.target.value = '';
        }}
      />
      <Button icon={icon} disabled={isDisabled} onClick={() => inputRef.current?.click()}>
        {buttonLabel}
      </Button>
      <p className={styles['hint']}>{hint ?? t('upload.hint', { megabytes: maxImageMegabytes })}</p>
    </div>
  );
}
