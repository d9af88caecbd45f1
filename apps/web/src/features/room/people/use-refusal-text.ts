import { ApiError } from '../../../lib/api/api-error.js';
import { useErrorText } from '../../../lib/api/use-error-text.js';

/** Words for a request that the room refused; undefined is one that could not be asked. */
export function useRefusalText(): (code: string | undefined) => string {
  const errorText = useErrorText();
  return (code = 'network.unreachable') => errorText(new ApiError(code, { title: code, status: 0 }));
}
