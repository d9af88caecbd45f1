/** What one can do about the news, once: take it back, try again. */
export type ToastAction = { readonly label: string; readonly run: () => void };

export type Toast = {
  readonly id: number;
  readonly kind: 'success' | 'error';
  readonly text: string;
  readonly action?: ToastAction | undefined;
};

const shownMs = 5_000;
/** How long a success that can be taken back is shown: long enough to reach its button with a keyboard. */
export const actionableMs = 12_000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const dismissToast = (id: number): void => publish(toasts.filter((toast) => toast.id !== id));

function show(kind: Toast['kind'], text: string, action?: ToastAction): number {
  lastId += 1;
  const id = lastId;
  publish([...toasts.filter((toast) => toast.text !== text), { id, kind, text, action }]);
  // An error stays until it is dismissed: it may need to be read twice.
  if (kind === 'success') setTimeout(() => dismissToast(id), action === undefined ? shownMs : actionableMs);
  return id;
}

/** Short news at the edge of the screen, for what happened away from where one is looking. Gives the id to dismiss it by. */
export const toast = {
  success: (text: string, action?: ToastAction): number => show('success', text, action),
  error: (text: string, action?: ToastAction): number => show('error', text, action),
};

export const toastStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): readonly Toast[] => toasts,
};
