import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './problem.js';

const ATTEMPTS = 3;

/** Whether asking again can help: not where the gateway has understood and refused. */
export function worthAnotherTry(failures: number, error: unknown): boolean {
  const { status } = problemOf(error);
  return failures < ATTEMPTS && (status === 0 || status === 429 || status >= 500);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthAnotherTry, staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
