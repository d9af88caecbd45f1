import { useState } from 'react';

const keyOf = (room: string): string => `vc.room.draft.${room}`;

function read(room: string): string {
  try {
    return sessionStorage.getItem(keyOf(room)) ?? '';
  } catch {
    // Storage is forbidden: the draft then lives as long as the page.
    return '';
  }
}

function write(room: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(room));
    else sessionStorage.setItem(keyOf(room), text);
  } catch {
    // As above.
  }
}

/** What is being written to a room: still there after a reload of the page. */
export function useDraft(room: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => read(room));
  const change = (text: string): void => {
    setDraft(text);
    write(room, text);
  };
  return [draft, change];
}
