import { useMutation, useQuery } from '@tanstack/react-query';
import { allPages, pageAt } from '../../../api/all-pages.js';
import { type AdminSchemas, adminApi, answerOf, queryClient } from '../../../api/index.js';
import { usePages } from '../../../api/use-pages.js';
import type { GrantState } from '../../../ui/grant-state-badge.js';

type Schemas = AdminSchemas['schemas'];
export type Grant = Schemas['Grant'];
export type RewardRun = Schemas['RewardRun'];

/** Keys of the schedules that reward a board, as the draft has them: every release began as one. */
export const useSchedules = (board: string) =>
  useQuery({
    queryKey: ['boards', 'schedules', board],
    queryFn: async () => {
      const all = await allPages((cursor) =>
        answerOf(adminApi.GET('/v1/reward-schedules', { params: { query: pageAt(cursor) } })),
      );
      return all.filter((schedule) => (schedule as { leaderboard?: unknown }).leaderboard === board);
    },
  });

/** Windows that a schedule was for, the latest first, with how far their payments are. */
export const useRuns = (key: string) =>
  usePages(
    ['boards', 'runs', key],
    async (cursor) => {
      const query = { limit: 20, ...(cursor === undefined ? {} : { cursor }) };
      const sent = adminApi.GET('/v1/reward-schedules/{key}/runs', { params: { path: { key }, query } });
      // One that was never published has none yet.
      if ((await sent).response.status === 404) return { entries: [], next: null, prev: null };
      return answerOf(sent);
    },
    { refetchInterval: 5_000 },
  );

export interface GrantFilter {
  /** Key of the schedule. */
  readonly source: string;
  /** key */
  readonly window: string;
  readonly state?: GrantState | undefined;
}

export const useGrants = ({ source, window, state }: GrantFilter) =>
  usePages(
    ['boards', 'grants', source, window, state],
    (cursor) => {
      const query = { ...{ source, window, limit: 100 }, ...(state && { state }), ...(cursor && { cursor }) };
      return answerOf(adminApi.GET('/v1/grants', { params: { query } }));
    },
    { refetchInterval: 5_000 },
  );

/** Not waited for: it is done, whatever the lists behind it take. */
const refresh = (): void => {
  for (const kind of ['grants', 'runs']) void queryClient.invalidateQueries({ queryKey: ['boards', kind] });
};

/** Approves all of a schedule and window that wait. */
export const useApproveAll = () =>
  useMutation({
    mutationFn: (body: { source: string; window: string }) => answerOf(adminApi.POST('/v1/grants/approve', { body })),
    onSuccess: refresh,
  });

export type GrantOrder =
  | { readonly kind: 'approve' | 'retry'; readonly id: string }
  | { readonly kind: 'reject' | 'revoke'; readonly id: string; readonly reason: string };

/** What is decided about one grant. */
export const useGrantOrder = () =>
  useMutation({
    mutationFn: (order: GrantOrder) => {
      const params = { path: { id: order.id } };
      switch (order.kind) {
        case 'approve':
          return answerOf(adminApi.POST('/v1/grants/{id}/approve', { params }));
        case 'retry':
          return answerOf(adminApi.POST('/v1/grants/{id}/retry', { params }));
        case 'reject':
          return answerOf(adminApi.POST('/v1/grants/{id}/reject', { params, body: { reason: order.reason } }));
        case 'revoke':
          return answerOf(adminApi.POST('/v1/grants/{id}/revoke', { params, body: { reason: order.reason } }));
      }
    },
    onSuccess: refresh,
  });
