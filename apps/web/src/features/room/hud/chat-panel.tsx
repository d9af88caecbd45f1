import type { ChatMessage } from '@virtualcafe/contracts';
import { ChevronDown, MessageCircle } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button/button.js';
import { lastSequence } from '../session/chat-log.js';
import { useVisitState } from '../visit-context.js';
import { ChatForm } from './chat-form.js';
import { ChatList } from './chat-list.js';
import styles from './chat-panel.module.css';
import { HudButton } from './hud-button.js';
import { useKeyboardInset } from './use-keyboard-inset.js';

type ChatPanelProps = {
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  inputRef: RefObject<HTMLInputElement | null>;
  canvasRef: RefObject<HTMLCanvasElement | null>;
};

/** The room's talk: a panel at the side, on a phone a sheet from below; folded, a button that counts. */
export function ChatPanel({ isOpen, onToggle, inputRef, canvasRef }: ChatPanelProps) {
  const { t } = useTranslation('room');
  const { chat, hiddenKeys } = useVisitState();
  const [seen, setSeen] = useState(() => lastSequence(chat));
  const newest = lastSequence(chat);
  if (isOpen && seen !== newest) setSeen(newest);
  const messages = chat.messages.filter(({ key }) => !hiddenKeys.has(key));

  const close = (): void => {
    onToggle(false);
    canvasRef.current?.focus({ preventScroll: true });
  };

  return (
    <>
      <Announcement message={messages.at(-1)} />
      {isOpen ? (
        <OpenPanel {...{ messages, inputRef }} hiddenCount={chat.messages.length - messages.length} onClose={close} />
      ) : (
        <Folded
          latest={messages.at(-1)}
          unread={messages.filter(({ sequence }) => sequence > seen).length}
          onOpen={() => onToggle(true)}
        />
      )}
      <p className="visually-hidden">{isOpen ? '' : t('chat.title')}</p>
    </>
  );
}

/** Says the newest message to a screen reader, whether the panel is open or not. */
function Announcement({ message }: { message: ChatMessage | undefined }) {
  const { t } = useTranslation('room');
  const [first] = useState(message?.sequence);
  // What was said before one came is read in the list, not called out.
  const isNews = message !== undefined && message.sequence !== first;
  return (
    <div role="log" aria-live="polite" className="visually-hidden">
      {isNews && <p key={message.sequence}>{t('chat.says', { nickname: message.nickname, text: message.text })}</p>}
    </div>
  );
}

type OpenPanelProps = {
  messages: readonly ChatMessage[];
  hiddenCount: number;
  inputRef: RefObject<HTMLInputElement | null>;
  onClose: () => void;
};

function OpenPanel({ messages, hiddenCount, inputRef, onClose }: OpenPanelProps) {
  const { t } = useTranslation('room');
  const keyboardInset = useKeyboardInset();
  return (
    <section
      className={styles['panel']}
      style={{ '--keyboard': `${keyboardInset}px` } as React.CSSProperties}
      aria-label={t('chat.title')}
      data-takes-pointer
    >
      <header className={styles['head']}>
        <h2 className={styles['title']}>{t('chat.title')}</h2>
        <IconButton label={t('chat.close')} className={styles['fold']} onClick={onClose}>
          <ChevronDown aria-hidden />
        </IconButton>
      </header>
      <ChatList messages={messages} hiddenCount={hiddenCount} />
      <ChatForm inputRef={inputRef} onEscape={onClose} />
    </section>
  );
}

type FoldedProps = { latest: ChatMessage | undefined; unread: number; onOpen: () => void };

function Folded({ latest, unread, onOpen }: FoldedProps) {
  const { t } = useTranslation('room');
  const label = unread === 0 ? t('chat.open') : t('chat.openUnread', { count: unread });
  return (
    <div className={styles['folded']}>
      <HudButton label={label} onPress={onOpen} isExpanded={false} className={styles['bubble']}>
        <MessageCircle aria-hidden />
        {unread > 0 && <span className={styles['unread']}>{unread > 99 ? '99+' : unread}</span>}
      </HudButton>
      {unread > 0 && latest !== undefined && (
        <p className={styles['preview']} aria-hidden>
          <b>{latest.nickname}</b> {latest.text}
        </p>
      )}
    </div>
  );
}
