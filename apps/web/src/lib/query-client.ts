import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api/api-error.js';

const maxRetries = 2;

/** Repeats only what may pass: an answer that refuses will refuse again. */
export const shouldRetry = (failures: number, error: unknown): boolean =>
  failures < maxRetries && error instanceof ApiError && error.isTransient && error.status !== 429;

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: shouldRetry, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
