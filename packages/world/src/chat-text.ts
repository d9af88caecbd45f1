/** In code points. */
export const longestChatMessage = 300;

// Marks that are not seen but change what stands around them, or only keep words from being found.
const invisible = /[\p{Cc}\p{Cf}\u034f\u115f\u1160\u2800\u3164\uffa0]/gu;
/** Joiners and presentation selectors are for pictures; elsewhere they only come between letters. */
const looseSelectors =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f#*\d])(?:\u200d|[\ufe00-\ufe0f])|\u200d(?!\p{Extended_Pictographic})/gu;
/** Heaps of accents that run over the lines around them; no script of ours needs more than a few on one letter. */
const heapedMarks = /(\p{Mn}{4})\p{Mn}+/gu;

/**
 * A message as everybody gets it: NFC, one line, nothing invisible, spaces single.
 * Null when nothing is left, or when it is longer than `longestChatMessage`.
 */
export function tidyChatText(text: string): string | null {
  const tidy = text
    .toWellFormed()
    .normalize('NFC')
    // A zero-width joiner holds emoji together.
    .replace(invisible, (mark) => (mark === '\u200d' ? mark : /\s/.test(mark) ? ' ' : ''))
    .replace(looseSelectors, '')
    .replace(heapedMarks, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (tidy.replaceAll('\u200d', '') === '' || Array.from(tidy).length > longestChatMessage) return null;
  return tidy;
}
