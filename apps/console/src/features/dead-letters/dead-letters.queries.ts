import { useQuery } from '@tanstack/react-query';
import { type AdminSchemas, adminApi, answerOf } from '../../api/index.js';
import { useAct } from '../../api/use-act.js';
import { usePages } from '../../api/use-pages.js';

export type DeadLetter = AdminSchemas['schemas']['DeadLetter'];

const LIMIT = 100;

/** Messages that could not be processed, the latest first. */
export const useDeadLetters = (cause: string | undefined) =>
  usePages(['dead-letters', cause ?? null], (cursor) =>
    answerOf(adminApi.GET('/v1/dead-letters', { params: { query: { limit: LIMIT, cursor, cause } } })),
  );

export const useDeadLetter = (id: string) =>
  useQuery({
    queryKey: ['dead-letter', id],
    queryFn: () => answerOf(adminApi.GET('/v1/dead-letters/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
  });

export const useReplay = (id: string) =>
  useAct(() => answerOf(adminApi.POST('/v1/dead-letters/{id}/replay', { params: { path: { id } } })), {
    stale: [['audit'], ['player']],
    done: 'The event log has the message again',
  });
