import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { readSearch, searchPath, type SearchState } from './search-state.js';

type Typing = { typingSince: string };

const isTyping = (state: unknown): state is Typing =>
  typeof state === 'object' && state !== null && 'typingSince' in state && typeof state.typingSince === 'string';

/**
 * The search as the address says it. Typing replaces the address in place; `typingKey` stays the same meanwhile and
 * changes with every other way of getting here (a link, going back), when the field must show the address's words.
 */
export function useSearch() {
  const [parameters] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const state = readSearch(parameters);
  const typingKey = isTyping(location.state) ? location.state.typingSince : location.key;

  /** The same search with something changed, from its first page. */
  const pathWith = (change: Partial<SearchState>): string => {
    const { q, regionId, sort } = { ...state, ...change };
    // New words bring their usual order along.
    const isNewQuery = change.q !== undefined && change.q !== state.q;
    return searchPath({ q, regionId, page: change.page ?? 1, ...(!isNewQuery && { sort }) });
  };

  const typeWords = (q: string): void => {
    const typing: Typing = { typingSince: typingKey };
    void navigate(pathWith({ q }), { replace: true, preventScrollReset: true, state: typing });
  };

  const change = (what: Partial<SearchState>): void => {
    void navigate(pathWith(what), { preventScrollReset: true });
  };

  return { state, typingKey, pathWith, typeWords, change };
}
