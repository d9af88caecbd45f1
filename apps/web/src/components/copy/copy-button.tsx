import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.js';
import { toast } from '../feedback/toast-store.js';

const shownMs = 2_500;

/** Copies a text; says for a moment that it has. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('controls');
  const [isCopied, setCopied] = useState(false);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), shownMs);
    } catch {
      // Browsers refuse without https or a permission: the text stays selectable beside the button.
      toast.error(t('copyFailed'));
    }
  };

  return (
    <>
      <Button icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={() => void copy()}>
        {isCopied ? t('copied') : label}
      </Button>
      <output className="visually-hidden">{isCopied && t('copied')}</output>
    </>
  );
}
