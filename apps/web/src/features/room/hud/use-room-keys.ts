import { type RefObject, useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import { useVisit } from '../visit-context.js';

type RoomKeys = {
  canvasRef: RefObject<HTMLCanvasElement | null>;
  chatInputRef: RefObject<HTMLInputElement | null>;
  /** While there is one, Enter opens it instead of the chat. */
  nearSpot: string | null;
  isPanelOpen: boolean;
  onOpenChat: () => void;
};

/** Nothing in particular has the focus, or the room itself: keys steer. */
const isSteering = (canvas: HTMLCanvasElement | null): boolean => {
  const { activeElement } = document;
  return activeElement === null || activeElement === canvas || ['BODY', 'MAIN'].includes(activeElement.tagName);
};

/** Keys for the room as a whole, and who has the keyboard: the room, or what lies over it. */
export function useRoomKeys({ canvasRef, chatInputRef, nearSpot, isPanelOpen, onOpenChat }: RoomKeys): void {
  const { viewer } = useVisit();

  useEffect(() => {
    const follow = (): void => viewer.setKeyboardActive(!isPanelOpen && isSteering(canvasRef.current));
    // The focus goes from one to the next by way of nothing.
    const followSoon = (): void => queueMicrotask(follow);
    follow();
    document.addEventListener('focusin', follow);
    document.addEventListener('focusout', followSoon);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('focusout', followSoon);
    };
  }, [viewer, canvasRef, isPanelOpen]);

  // To walk at once, and again when a panel has closed.
  useEffect(() => {
    if (!isPanelOpen) canvasRef.current?.focus({ preventScroll: true });
  }, [canvasRef, isPanelOpen]);

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isPanelOpen || event.isComposing || hasModifier(event)) return;
    const canvas = canvasRef.current;
    if (event.code === 'Escape') {
      canvas?.focus({ preventScroll: true });
      return;
    }
    if (!isSteering(canvas) || !opensChat(event, nearSpot)) return;
    event.preventDefault();
    // Shown at once, so that nothing typed right after is lost.
    flushSync(onOpenChat);
    chatInputRef.current?.focus();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

// By place on the keyboard: with a Korean layout the letter is another.
const opensChat = ({ code }: KeyboardEvent, nearSpot: string | null): boolean =>
  code === 'KeyT' || (code === 'Enter' && nearSpot === null);
