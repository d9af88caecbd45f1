import type { ChatMessage } from '@virtualcafe/contracts';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button/button.js';
import type { OutgoingMessage } from '../session/chat-log.js';
import { personByKey } from '../session/roster.js';
import { useVisit, useVisitState } from '../visit-context.js';
import styles from './chat-list.module.css';

type ChatListProps = {
  /** Those of people one has not hidden. */
  messages: readonly ChatMessage[];
  hiddenCount: number;
};

/** Pixels from the end at which one still counts as reading along. */
const nearEnd = 48;

/** What was said, the newest at the end; follows it unless one has scrolled up to read. */
export function ChatList({ messages, hiddenCount }: ChatListProps) {
  const { t } = useTranslation('room');
  const { chat } = useVisitState();
  const listRef = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const goToEnd = (): void => listRef.current?.scrollTo({ top: listRef.current.scrollHeight });

  // With each message, also while one is being sent.
  useEffect(() => {
    const list = listRef.current;
    if (isAtEnd && list !== null) list.scrollTop = list.scrollHeight;
  });

  const followScroll = (): void => {
    const list = listRef.current;
    if (list !== null) setAtEnd(list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd);
  };

  const isEmpty = messages.length + chat.outgoing.length === 0;
  return (
    <div className={styles['place']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus, to be scrolled by keys */}
      <div ref={listRef} className={styles['scroll']} tabIndex={0} onScroll={followScroll}>
        {isEmpty && <p className={styles['empty']}>{t('chat.empty')}</p>}
        <ol className={styles['list']}>
          {messages.map((message, index) => (
            <Said key={message.sequence} message={message} isFollowUp={messages[index - 1]?.key === message.key} />
          ))}
          {chat.outgoing.map((message) => (
            <Outgoing key={message.nonce} message={message} />
          ))}
        </ol>
        {hiddenCount > 0 && <p className={styles['empty']}>{t('chat.hiddenCount', { count: hiddenCount })}</p>}
      </div>
      {!isAtEnd && (
        <button type="button" className={styles['latest']} onClick={goToEnd}>
          {t('chat.latest')}
        </button>
      )}
    </div>
  );
}

const timeOf = (atMs: number, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(atMs);

function Said({ message, isFollowUp }: { message: ChatMessage; isFollowUp: boolean }) {
  const { t, i18n } = useTranslation('room');
  const { openPanel } = useVisit();
  const { roster, self } = useVisitState();
  const { key, nickname, text, atMs } = message;
  const isOwn = key === self?.key;
  const person = personByKey(roster, key);
  const open = (): void => openPanel(person === undefined ? { kind: 'report', key, message } : { kind: 'person', key });
  return (
    <li className={styles['message']} data-own={isOwn || undefined}>
      {!isFollowUp && (
        <p className={styles['head']}>
          {isOwn ? (
            <span className={styles['who']}>{t('chat.me')}</span>
          ) : (
            <button type="button" className={styles['who']} onClick={open}>
              {nickname}
            </button>
          )}
          {person?.role === 'KEEPER' && <span className={styles['keeper']}>{t('people.roles.KEEPER')}</span>}
          <time dateTime={new Date(atMs).toISOString()} className={styles['time']}>
            {timeOf(atMs, i18n.language)}
          </time>
        </p>
      )}
      <p className={styles['text']}>{text}</p>
    </li>
  );
}

function Outgoing({ message: { nonce, text, state, code } }: { message: OutgoingMessage }) {
  const { t } = useTranslation('room');
  const { session } = useVisit();
  return (
    <li className={styles['message']} data-own data-state={state}>
      <p className={styles['text']}>{text}</p>
      <p className={styles['state']}>
        {state === 'failed' ? failedWords(code, t) : t(`chat.${state}`)}
        {state === 'failed' && (
          <>
            <IconButton label={t('chat.retry')} className={styles['act']} onClick={() => session.talk.retry(nonce)}>
              <RotateCcw aria-hidden />
            </IconButton>
            <IconButton label={t('chat.drop')} className={styles['act']} onClick={() => session.talk.drop(nonce)}>
              <Trash2 aria-hidden />
            </IconButton>
          </>
        )}
      </p>
    </li>
  );
}

function failedWords(code: string | null, t: ReturnType<typeof useTranslation<'room'>>['t']): string {
  if (code === 'rate.limited') return t('chat.failedRate');
  return code === 'room.muted' ? t('chat.muted') : t('chat.failed');
}
