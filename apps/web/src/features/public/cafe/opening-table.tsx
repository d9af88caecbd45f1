import type { OpeningHours } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { koreanClock } from '../../../lib/hours/opening-state.js';
import { useMinute } from '../../../lib/hours/use-minute.js';
import { closingTime } from './opening-words.js';
import styles from './opening-table.module.css';

type Day = OpeningHours['days'][number];

/** The week's opening hours, with today marked. */
export function OpeningTable({ hours }: { hours: OpeningHours }) {
  const { t } = useTranslation('cafe');
  const today = koreanClock(useMinute()).weekday;
  const names = t('hours.dayNames', { returnObjects: true });
  return (
    <>
      <table className={styles['table']}>
        <caption className="visually-hidden">{`${t('hours.title')} (${t('hours.koreanTime')})`}</caption>
        <tbody>
          {hours.days.map((day, weekday) => (
            <tr
              key={names[weekday]}
              data-today={weekday === today || undefined}
              data-closed={day === null || undefined}
            >
              <th scope="row">
                {names[weekday]}
                {weekday === today && <span className={styles['today']}>{t('hours.today')}</span>}
              </th>
              <td>
                <DayHours day={day} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hours.note !== '' && <p className={styles['note']}>{hours.note}</p>}
    </>
  );
}

function DayHours({ day }: { day: Day }) {
  const { t } = useTranslation('cafe');
  if (day === null) return t('hours.closedDay');
  if (day.open === day.close) return t('hours.allDay');
  // A day that closes before it opens goes on past midnight.
  const isNextDay = day.close < day.open && day.close !== '00:00';
  return `${day.open} – ${isNextDay ? t('hours.nextDay', { time: day.close }) : closingTime(day.close)}`;
}
