import { queryOptions, useQuery } from '@tanstack/react-query';
import { adminApi, answerOf } from '../api/index.js';
import { aheadOf } from '../ui/ago.js';
import { useSession } from './session.queries.js';

/** A test clock can be moved by others, and from the command line, at any time. */
const TEST_CLOCK_MS = 10_000;

/** What time it is in the environment, and how far that is ahead of the browser's clock, ms. */
export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: async () => {
    const clock = await answerOf(adminApi.GET('/v1/clock'));
    return { ...clock, aheadMs: aheadOf(clock.now, Date.now()) };
  },
  staleTime: 60_000,
});

/**
 * How far the clock of the environment is ahead of the browser's, ms: moved where it is a test clock, and elsewhere as much as the
 * browser's is wrong. 0 as long as it is not known.
 */
export function useAheadMs(): number {
  const { permissions, environment } = useSession();
  const { data } = useQuery({
    ...clockQuery,
    enabled: permissions.includes('clock:read'),
    refetchInterval: environment === 'dev' ? TEST_CLOCK_MS : false,
  });
  return data?.aheadMs ?? 0;
}
