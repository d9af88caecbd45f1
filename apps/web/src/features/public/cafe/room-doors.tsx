import type { Cafe } from '@virtualcafe/contracts';
import { DoorOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/button/button.js';
import styles from './room-doors.module.css';

/** The ways into the café's own 3D rooms; named where there are several. */
export function RoomDoors({ rooms }: Pick<Cafe, 'rooms'>) {
  const { t } = useTranslation('cafe');
  if (rooms.length === 0) return null;
  return (
    <ul className={styles['doors']}>
      {rooms.map(({ code, name }) => (
        <li key={code}>
          <ButtonLink to={`/r/${code}`} variant="primary" icon={<DoorOpen aria-hidden />}>
            {rooms.length === 1 ? t('enterRoom') : t('enterRoomNamed', { room: name })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
