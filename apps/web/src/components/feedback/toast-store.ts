export type Toast = { readonly id: number; readonly kind: 'success' | 'error'; readonly text: string };

const shownMs = 5_000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const dismissToast = (id: number): void => publish(toasts.filter((toast) => toast.id !== id));

function show(kind: Toast['kind'], text: string): void {
  lastId += 1;
  const id = lastId;
  publish([...toasts.filter((toast) => toast.text !== text), { id, kind, text }]);
  // An error stays until it is dismissed: it may need to be read twice.
  if (kind === 'success') setTimeout(() => dismissToast(id), shownMs);
}

/** Short news at the edge of the screen, for what happened away from where one is looking. */
export const toast = {
  success: (text: string): void => show('success', text),
  error: (text: string): void => show('error', text),
};

export const toastStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: (): readonly Toast[] => toasts,
};
