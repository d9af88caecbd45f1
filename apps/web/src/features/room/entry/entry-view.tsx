import { type Image, type Viewer } from '@virtualcafe/contracts';
import { ArrowLeft, DoorOpen, Footprints, Users } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../components/button/button.js';
import { TextField } from '../../../components/field/text-fields.js';
import { AppLink } from '../../../components/navigation/app-link.js';
import { useSession } from '../../../lib/session/use-session.js';
import { AvatarFigure } from './avatar-figure.js';
import { AvatarPicker } from './avatar-picker.js';
import { Backdrop } from './backdrop.js';
import { type Entrance, keepEntrance, keptEntrance, tidyNickname } from './entrance.js';
import styles from './entry-view.module.css';

type EntryViewProps = {
  room: Viewer;
  cover: Image | null;
  isEmbedded: boolean;
  /** Comes by a friend's link. */
  isWithFriend: boolean;
  onEnter: (entrance: Entrance) => void;
};

/** Before the door: how one is called, how one looks, and in. */
export function EntryView({ room, cover, isEmbedded, isWithFriend, onEnter }: EntryViewProps) {
  const { t } = useTranslation('room');
  const { account } = useSession();
  const [kept] = useState(keptEntrance);
  const [nickname, setNickname] = useState(kept.nickname);
  const [avatar, setAvatar] = useState(kept.avatar);
  const [isJudged, setJudged] = useState(false);
  const tidy = tidyNickname(nickname);
  const isWrong = account === null && tidy === null;

  const enter = (event: SubmitEvent): void => {
    event.preventDefault();
    setJudged(true);
    if (isWrong) return;
    const entrance = { nickname: tidy ?? '', avatar };
    keepEntrance(entrance);
    onEnter(entrance);
  };

  return (
    <Backdrop image={cover}>
      <form className={styles['card']} onSubmit={enter} noValidate>
        <header className={styles['head']}>
          {!isEmbedded && (
            <AppLink to={`/cafes/${room.cafe.code}`} className={styles['back']}>
              <ArrowLeft aria-hidden />
              {room.cafe.name}
            </AppLink>
          )}
          <div className={styles['title']}>
            <div>
              <p className={styles['kind']}>{isEmbedded ? t('ofCafe', { cafe: room.cafe.name }) : t('kind')}</p>
              <h1 className={styles['name']}>{room.name}</h1>
            </div>
            <AvatarFigure avatar={avatar} className={styles['figure']} />
          </div>
          <p className={styles['lead']}>{t('entry.lead')}</p>
          {isWithFriend && (
            <p className={styles['friend']}>
              <Users aria-hidden />
              {t('entry.withFriend')}
            </p>
          )}
        </header>
        {account === null ? (
          <TextField
            label={t('entry.nickname')}
            hint={t('entry.nicknameHint')}
            error={isJudged && isWrong ? t('entry.nicknameWrong') : undefined}
            isOptional
            value={nickname}
            onValue={setNickname}
            maxLength={40}
            autoComplete="nickname"
            enterKeyHint="go"
          />
        ) : (
          <p className={styles['signedIn']}>{t('entry.signedInAs', { nickname: account.nickname })}</p>
        )}
        <AvatarPicker avatar={avatar} onChange={setAvatar} />
        <div className={styles['ways']}>
          <Button type="submit" variant="primary" size="lg" isWide icon={<DoorOpen aria-hidden />}>
            {t('entry.enter')}
          </Button>
          <ButtonLink to={`/r/${room.code}/tour`} variant="quiet" isWide icon={<Footprints aria-hidden />}>
            {t('entry.tourInstead')}
          </ButtonLink>
        </div>
        <p className={styles['rules']}>{t('entry.rules')}</p>
      </form>
    </Backdrop>
  );
}
