/** Whole lines that are only signs: fences of code, rules, the line below a table's head. */
const signLine = /^ ?(?:(?:```|~~~).*|(?:[-*_=] ?){3,}|\|?[ :|-]{3,}\|?)$/;
/** What stands before a line's words: quotes, headings, lists, tasks. */
const lineSigns = /^ ?(?:(?:>|#{1,6}(?= )|[-*+](?= )|\d{1,9}[.)](?= )|\[[ xX]\](?= )) ?)+/;
/** `[text](address)` and `![text](address)`; addresses with spaces are none. */
const link = /!?\[([^[\]\n]{0,500})\]\([^()\s]{0,2000}(?: "[^"\n]{0,200}")?\)/g;
const autolink = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g;
const comment = /<!--[\s\S]{0,5000}?-->/g;
const tag = /<\/?[a-z][^<>]{0,1000}>/gi;
const emphasis = /(?<!\\)(\*{1,3}|~~|`{1,3})(?=\S)([^*~`\n]{1,1000}?)\1/g;
const underscores = /(?<![\p{L}\p{N}_\\])(_{1,3})(?=\S)([^_\n]{1,1000}?)\1(?![\p{L}\p{N}_])/gu;
const escaped = /\\([!-/:-@[-`{-~])/g;

/**
 * The words of a Markdown text, for excerpts, feeds and search: signs and tags go, lines stay. Never to be taken for harmless HTML: who
 * writes it into another format escapes it there.
 */
export function plainTextOf(markdown: string): string {
  const lines = markdown
    .replaceAll('\r\n', '\n')
    // First of all: many spaces in a row would take the patterns long.
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(comment, ' ')
    .split('\n')
    .filter((line) => !signLine.test(line))
    .map((line) => line.replace(lineSigns, ''));
  return lines
    .join('\n')
    .replaceAll(link, '$1')
    .replaceAll(autolink, '$1')
    .replaceAll(tag, ' ')
    .replaceAll(emphasis, '$2')
    .replaceAll(underscores, '$2')
    .replaceAll(escaped, '$1')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The beginning of a Markdown text in one line, at most `maxLetters` long, an ellipsis where it was cut. */
export function excerptOf(markdown: string, maxLetters: number): string {
  const letters = Array.from(plainTextOf(markdown).replaceAll(/\s+/g, ' '));
  return letters.length <= maxLetters
    ? letters.join('')
    : `${letters
        .slice(0, maxLetters - 1)
        .join('')
        .trimEnd()}…`;
}
