import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, type RefObject, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit, useVisitState } from '../visit-context.js';
import styles from './chat-form.module.css';
import { useDraft } from './draft.js';

/** As long as the room takes it. */
const longestText = 300;

type ChatFormProps = { inputRef: RefObject<HTMLInputElement | null>; onEscape: () => void };

/** Where one writes. Enter sends, but not while a syllable is still being put together. */
export function ChatForm({ inputRef, onEscape }: ChatFormProps) {
  const { t } = useTranslation('room');
  const { room, session } = useVisit();
  const { self } = useVisitState();
  const [draft, setDraft] = useDraft(room.code);
  const isMuted = self?.isMuted ?? false;
  const text = draft.trim();

  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (text === '' || isMuted) return;
    session.talk.say(text);
    setDraft('');
  };

  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    // Safari ends the composition before it tells of the key; 229 is then the code it tells.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && isComposing) event.preventDefault();
    if (event.key === 'Escape' && !isComposing) {
      event.preventDefault();
      event.stopPropagation();
      if (matchMedia('(max-width: 45rem), (max-height: 30rem)').matches) onEscape();
      else event.currentTarget.blur();
    }
  };

  return (
    <form className={styles['form']} onSubmit={send}>
      <input
        ref={inputRef}
        className={styles['input']}
        aria-label={t('chat.label')}
        placeholder={isMuted ? t('chat.muted') : t('chat.placeholder')}
        value={draft}
        maxLength={longestText}
        disabled={isMuted}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={press}
      />
      <button
        type="submit"
        className={styles['send']}
        aria-label={t('chat.send')}
        title={t('chat.send')}
        disabled={text === '' || isMuted}
      >
        <SendHorizontal aria-hidden />
      </button>
    </form>
  );
}
