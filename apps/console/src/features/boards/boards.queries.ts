import { keepPreviousData, queryOptions, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { type QuerySchemas, adminApi, answerOf, queryApi, queryClient } from '../../api/index.js';
import { usePages } from '../../api/use-pages.js';

type Schemas = QuerySchemas['schemas'];
export type Board = Schemas['ListedBoard'];
export type BoardPage = Schemas['BoardPageDto'];
export type BoardRow = Schemas['StandingRowDto'];
export type Standing = Schemas['StandingDto'];
export type ListedWindow = Schemas['ListedWindow'];
export type TrailStep = Schemas['TrailStep'];
export type Trail = Schemas['StandingTrail'];

/** What of a board is shown: which window, and which part. */
export interface BoardView {
  readonly key: string;
  readonly window?: string | undefined;
  readonly segment?: string | undefined;
}

const PAGE = 100;

/** Leaves out what is undefined: a query has no empty parameters. */
export const given = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** All boards, page by page. */
export const useBoards = (q: string) =>
  usePages(
    ['boards', 'list', q],
    (cursor) => answerOf(queryApi.GET('/v1/leaderboards', { params: { query: given({ q, limit: 50, cursor }) } })),
    { refetchInterval: 10_000 },
  );

/** One board as it is in force; null where there is none of the key. */
const boardQuery = (key: string) =>
  queryOptions({
    queryKey: ['boards', 'one', key],
    queryFn: async () => {
      const found = await answerOf(queryApi.GET('/v1/leaderboards', { params: { query: { q: key, limit: PAGE } } }));
      return found.entries.find((board) => board.key === key) ?? null;
    },
    refetchInterval: 10_000,
  });

export const useBoard = (key: string) => useQuery(boardQuery(key));

export const usePercentiles = ({ key, window, segment }: BoardView) =>
  useQuery({
    queryKey: ['boards', 'percentiles', key, window, segment],
    queryFn: () =>
      answerOf(
        queryApi.GET('/v1/leaderboards/{key}/percentiles', {
          params: { path: { key }, query: { ...given({ window, segment }), at: '50,75,90,99' as never } },
        }),
      ),
    refetchInterval: 10_000,
  });

/** Open windows and those that have closed, the latest first. */
export const useWindows = (key: string, preview = 0) =>
  usePages(
    ['boards', 'windows', key, preview],
    (cursor) =>
      answerOf(
        queryApi.GET('/v1/leaderboards/{key}/windows', {
          params: {
            path: { key },
            query: given({ limit: PAGE, cursor, preview: preview === 0 ? undefined : preview }),
          },
        }),
      ),
    { refetchInterval: 5_000 },
  );

export const useStanding = ({ key, window, segment }: BoardView, playerId: string) =>
  useQuery({
    queryKey: ['boards', 'standing', key, window, segment, playerId],
    queryFn: () =>
      answerOf(
        queryApi.GET('/v1/leaderboards/{key}/players/{playerId}', {
          params: { path: { key, playerId }, query: given({ window, segment }) },
        }),
      ),
    refetchInterval: 5_000,
  });

export const useTrail = ({ key, window }: BoardView, playerId: string, isWanted: boolean) =>
  useInfiniteQuery({
    queryKey: ['boards', 'trail', key, window, playerId],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      answerOf(
        queryApi.GET('/v1/leaderboards/{key}/players/{playerId}/trail', {
          params: { path: { key, playerId }, query: given({ window, limit: 20, cursor: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: isWanted,
  });

export const useHistory = (key: string, playerId: string) =>
  useQuery({
    queryKey: ['boards', 'history', key, playerId],
    queryFn: () =>
      answerOf(
        queryApi.GET('/v1/leaderboards/{key}/players/{playerId}/history', {
          params: { path: { key, playerId }, query: { limit: 30 } },
        }),
      ),
  });

/** Players whose id or name begins like this, for the search. */
export const usePlayerSearch = (q: string) =>
  useQuery({
    queryKey: ['boards', 'player-search', q],
    queryFn: () => answerOf(queryApi.GET('/v1/players', { params: { query: { q, limit: 8 } } })),
    enabled: q.length > 0,
    retry: false,
  });

export type Order =
  | { readonly kind: 'hide' | 'unhide'; readonly window?: string; readonly reason: string }
  | { readonly kind: 'remove'; readonly window: string; readonly reason: string }
  | {
      readonly kind: 'adjust';
      readonly window: string;
      readonly mode: 'add' | 'set';
      readonly score?: number;
      readonly columns?: Record<string, number>;
      readonly reason: string;
    };

/** Parts of a board by how they begin, for suggestions. */
export const useParts = ({ key, window }: BoardView, q: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['boards', 'parts', key, window, q],
    queryFn: () =>
      answerOf(
        queryApi.GET('/v1/leaderboards/{key}/parts', {
          params: { path: { key }, query: given({ window, q, limit: 50 }) },
        }),
      ),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    retry: false,
  });

/** How many rows stand before those of a rank; before the last one where nobody has it or a later one. */
export async function rowsBeforeRank({ key, window, segment }: BoardView, rank: number): Promise<number> {
  const { total, count } = await answerOf(
    queryApi.GET('/v1/leaderboards/{key}/ranks', {
      params: { path: { key }, query: given({ window, segment, from: rank, limit: 1 }) },
    }),
  );
  const before = (total ?? 0) - (count ?? 0);
  return Math.max(0, Math.min(before, (total ?? 0) - 1));
}

/** Gives an order about a player's standing. */
export const useModeration = (key: string, playerId: string) =>
  useMutation({
    mutationFn: ({ kind, ...body }: Order) =>
      answerOf(
        adminApi.POST(`/v1/leaderboards/{key}/players/{id}/${kind}`, {
          params: { path: { key, id: playerId } },
          body: body as never,
        }),
      ),
    // Not waited for: it is done, whatever the pages behind it take.
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['boards'] }),
  });

/** Lets a window end now, or at another time. */
export const useEndWindow = (key: string) =>
  useMutation({
    mutationFn: ({ window, end, note }: { window: string; end?: string; note: string }) =>
      end === undefined
        ? answerOf(
            adminApi.POST('/v1/leaderboards/{key}/windows/{window}/end', {
              params: { path: { key, window } },
              body: { note },
            }),
          )
        : answerOf(
            adminApi.PATCH('/v1/leaderboards/{key}/windows/{window}', {
              params: { path: { key, window } },
              body: { note, end },
            }),
          ),
    // Not waited for: it is done, whatever the pages behind it take.
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['boards'] }),
  });
