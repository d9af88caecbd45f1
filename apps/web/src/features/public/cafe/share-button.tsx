import { Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { copyText } from '../../../lib/copy-text.js';

const wasCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Shares the page with the device's own means, else copies its address. */
export function ShareButton({ name, text }: { name: string; text: string }) {
  const { t } = useTranslation('cafe');

  const copyAddress = async (url: string): Promise<void> => {
    if (await copyText(url)) toast.success(t('linkCopied'));
    else toast.error(t('copyFailed'));
  };

  const share = async (): Promise<void> => {
    const url = location.origin + location.pathname;
    if (!('share' in navigator)) return copyAddress(url);
    try {
      await navigator.share({ title: name, text, url });
    } catch (error) {
      if (!wasCancelled(error)) await copyAddress(url);
    }
  };

  return (
    <Button size="sm" icon={<Share2 aria-hidden />} onClick={() => void share()}>
      {t('share')}
    </Button>
  );
}
