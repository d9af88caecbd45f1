import { type KeySteering, meaningOf } from '../systems/key-steering.js';

export interface KeyActions {
  readonly onJump: () => void;
  readonly onAct: () => void;
}

const isWriting = (target: HTMLElement): boolean =>
  target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

const isShortcut = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.isComposing;

/** Keys are ours unless somebody writes, or works a control that needs them. */
const isElsewhere = (event: KeyboardEvent): boolean => {
  const { target } = event;
  if (isShortcut(event)) return true;
  if (!(target instanceof HTMLElement)) return false;
  const isPressing = /^(Space|Enter|NumpadEnter)$/.test(event.code);
  return isWriting(target) || (isPressing && target.closest('button, a, summary, [role]') !== null);
};

/** The keyboard, wherever the focus is in the page. */
export class KeyboardInput {
  private readonly listeners = new AbortController();
  private isActive = true;

  constructor(
    private readonly steering: KeySteering,
    private readonly actions: KeyActions,
  ) {
    const { signal } = this.listeners;
    window.addEventListener('keydown', this.onDown, { signal });
    window.addEventListener('keyup', (event) => this.steering.release(event.code), { signal });
    window.addEventListener('blur', () => this.steering.releaseAll(), { signal });
  }

  setActive(isActive: boolean): void {
    this.isActive = isActive;
    if (!isActive) this.steering.releaseAll();
  }

  dispose(): void {
    this.listeners.abort();
  }

  private readonly onDown = (event: KeyboardEvent): void => {
    if (!this.isActive || event.defaultPrevented || isElsewhere(event)) return;
    const meaning = meaningOf(event.code);
    if (meaning === null) return;
    // Arrow keys and space would scroll the page.
    event.preventDefault();
    if (meaning === 'steer') this.steering.press(event.code);
    else if (event.repeat) return;
    else if (meaning === 'jump') this.actions.onJump();
    else this.actions.onAct();
  };
}
