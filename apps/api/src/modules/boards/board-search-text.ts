import { type SearchText, toSearchText } from '../../platform/search/search-text.js';
import { plainTextOf } from './plain-text.js';

/** What is searched of a post's text, in UTF-16 units: whatever somebody writes, a comparison takes little time. */
export const searchedLength = 10_000;

/**
 * What to store for a post, to be made anew when its title or text changes: both in the code of cafés' search, where a word of one
 * syllable has its trigram too. Initial consonants (초성) are those of the title: nearly every text has each of them.
 */
export function toBoardSearchText({ title, content }: { title: string; content: string }): SearchText {
  const text = plainTextOf(content.slice(0, searchedLength).toWellFormed());
  return { jamo: toSearchText([title, text]).jamo, choseong: toSearchText([title]).choseong };
}
