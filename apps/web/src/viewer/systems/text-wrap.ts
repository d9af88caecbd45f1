/** Breaks a word that is wider than a line: letter by letter. */
const broken = (word: string, most: number, widthOf: (text: string) => number): string[] => {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter) > most) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
};

const ellipsed = (line: string, most: number, widthOf: (text: string) => number): string => {
  const letters = [...line];
  while (letters.length > 0 && widthOf(`${letters.join('')}…`) > most) letters.pop();
  return `${letters.join('').trimEnd()}…`;
};

/** Lines at most `most` wide, broken between words where they fit; what is beyond `mostLines` ends in an ellipsis. At least one line. */
export const wrapText = (
  text: string,
  most: number,
  mostLines: number,
  widthOf: (text: string) => number,
): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= most) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = broken(word, most, widthOf);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  lines.push(line);
  if (lines.length <= mostLines) return lines;
  const last = ellipsed(lines[mostLines - 1] ?? '', most, widthOf);
  return [...lines.slice(0, mostLines - 1), last];
};
