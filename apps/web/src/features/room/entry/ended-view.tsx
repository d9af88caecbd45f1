import type { Image, Viewer } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../components/button/button.js';
import { MessageView } from './message-view.js';

type Words = 'banned' | 'kicked' | 'replaced' | 'expelled' | 'full' | 'tooMany' | 'closed' | 'limited' | 'other';

const wordsByCode: Partial<Record<string, Words>> = {
  'room.banned': 'banned',
  'auth.banned': 'banned',
  'access.denied': 'banned',
  'room.kicked': 'kicked',
  'room.replaced': 'replaced',
  'room.expelled': 'expelled',
  'room.full': 'full',
  'room.too-many-connections': 'tooMany',
  'viewer.not-found': 'closed',
  'rate.limited': 'limited',
};

/** What a code of the room's or the API's comes to for whoever it ends the visit of. */
export const endingOf = (code: string): Words => wordsByCode[code] ?? 'other';

type EndedViewProps = { room: Viewer; cover: Image | null; code: string; onAgain: () => void };

/** Why the visit is over, and what one can do. */
export function EndedView({ room, cover, code, onAgain }: EndedViewProps) {
  const { t } = useTranslation('room');
  const words = endingOf(code);
  const mayReturn = words !== 'banned' && words !== 'closed';
  return (
    <MessageView cover={cover} title={t(`ended.${words}.title`)} text={t(`ended.${words}.text`)}>
      {mayReturn && (
        <Button variant="primary" onClick={onAgain}>
          {t(words === 'replaced' ? 'ended.useHere' : 'ended.again')}
        </Button>
      )}
      {words !== 'closed' && <ButtonLink to={`/r/${room.code}/tour`}>{t('entry.tourInstead')}</ButtonLink>}
      <ButtonLink to={`/cafes/${room.cafe.code}`} variant="quiet">
        {t('toCafe')}
      </ButtonLink>
    </MessageView>
  );
}
