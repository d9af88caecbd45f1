import { useQuery } from '@tanstack/react-query';
import type { Image, Viewer } from '@virtualcafe/contracts';
import { ArrowLeft, FileDown, Printer } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Logo } from '../../../components/brand/logo.js';
import { Button, ButtonLink } from '../../../components/button/button.js';
import { NotFoundPanel } from '../../../components/feedback/not-found-panel.js';
import { LoadingNote } from '../../../components/feedback/skeleton.js';
import { ErrorPanel } from '../../../components/feedback/state-panel.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { Photo } from '../../../components/photo/photo.js';
import { QrCode } from '../../../components/qr-code/qr-code.js';
import { drawQr, type QrDrawing, qrSvg } from '../../../components/qr-code/qr-drawing.js';
import { saveFile } from '../../../lib/files/save-file.js';
import { pngOf } from '../../../lib/files/svg-to-png.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { cafeQuery } from '../../../lib/queries/cafes.js';
import { isUnknownViewer, viewerQuery } from '../../../lib/queries/viewers.js';
import { publicOrigin, roomUrl } from '../../../lib/rooms/room-links.js';
import styles from './poster-page.module.css';

const pngPixels = 1024;

/** A page to print and hang up at the counter: its code leads into the room. */
export default function PosterPage() {
  const { t } = useTranslation('room');
  const { code = '' } = useParams();
  const { data: room, error, refetch } = useQuery(viewerQuery(code));
  usePageTitle(room === undefined ? null : t('poster.title', { room: room.name }));
  if (room !== undefined) return <PosterDesk room={room} />;
  if (isUnknownViewer(error)) return <NotFoundPanel title={t('notFoundTitle')} text={t('notFoundText')} />;
  if (error === null) return <LoadingNote />;
  return <ErrorPanel error={error} onRetry={() => void refetch()} headingLevel={1} />;
}

function PosterDesk({ room }: { room: Viewer }) {
  const { t } = useTranslation('room');
  const { data: cafe } = useQuery(cafeQuery(room.cafe.code));
  const url = roomUrl(publicOrigin(), room.code);
  const drawing = useMemo(() => drawQr(url), [url]);
  const svg = qrSvg(drawing);

  const savePng = async (): Promise<void> => {
    const png = await pngOf(svg, pngPixels);
    if (png === null) toast.error(t('poster.pngFailed'));
    else saveFile(png, `${room.code}-qr.png`);
  };

  return (
    <div className={styles['desk']}>
      <div className={styles['tools']}>
        <ButtonLink to={`/r/${room.code}`} variant="quiet" icon={<ArrowLeft aria-hidden />}>
          {t('poster.back')}
        </ButtonLink>
        <div className={styles['acts']}>
          <Button
            icon={<FileDown aria-hidden />}
            onClick={() => saveFile(new Blob([svg], { type: 'image/svg+xml' }), `${room.code}-qr.svg`)}
          >
            {t('poster.svg')}
          </Button>
          <Button icon={<FileDown aria-hidden />} onClick={() => void savePng()}>
            {t('poster.png')}
          </Button>
          <Button variant="primary" icon={<Printer aria-hidden />} onClick={() => print()}>
            {t('poster.print')}
          </Button>
        </div>
        <p className={styles['hint']}>{t('poster.hint')}</p>
      </div>
      <Poster room={room} cover={cafe?.thumbnail ?? null} url={url} drawing={drawing} />
    </div>
  );
}

type PosterProps = { room: Viewer; cover: Image | null; url: string; drawing: QrDrawing };

function Poster({ room, cover, url, drawing }: PosterProps) {
  const { t } = useTranslation('room');
  return (
    <article className={styles['sheet']}>
      {cover !== null && <Photo image={cover} alt="" sizes="210mm" isUrgent className={styles['photo']} />}
      <div className={styles['words']}>
        <p className={styles['headline']}>{t('poster.headline')}</p>
        <h1 className={styles['cafe']}>{room.cafe.name}</h1>
        <p className={styles['room']}>{room.name}</p>
      </div>
      <div className={styles['code']}>
        <QrCode drawing={drawing} label={t('poster.qr', { url })} className={styles['qr']} />
        <div className={styles['how']}>
          <p className={styles['noApp']}>
            {t('poster.noApp')} · {t('poster.noAppOther')}
          </p>
          <p>{t('poster.howTo')}</p>
          <p>{t('poster.howToOther')}</p>
          <p className={styles['url']}>{url.replace(/^https?:\/\//, '')}</p>
        </div>
      </div>
      <div className={styles['brand']}>
        <Logo />
      </div>
    </article>
  );
}
