import { queryOptions, useQuery } from '@tanstack/react-query';
import { type AdminSchemas, type QuerySchemas, adminApi, answerOf, queryApi } from '../../api/index.js';
import { useAct } from '../../api/use-act.js';
import { type Page, usePages } from '../../api/use-pages.js';
import type { Correctable } from './correction.js';
import { type PlayerFilter, querySerializer } from './player-filter.js';

export type Player = QuerySchemas['schemas']['Player'];
export type PlayerEvent = QuerySchemas['schemas']['RecordedEventDto'];
export type PlayerGrant = QuerySchemas['schemas']['Grant'];
export type Profile = AdminSchemas['schemas']['PlayerProfile'];
export type StatusAct = 'suspend' | 'ban' | 'reinstate';
export type MintToken = AdminSchemas['schemas']['MintPlayerToken'];

const LIMIT = 100;

/** Players that a filter finds, in the order of their ids. */
export const usePlayers = (filter: PlayerFilter) =>
  usePages(['players', filter], (cursor): Promise<Page<Player>> => {
    const { segment } = filter;
    if (segment !== undefined) {
      const params = { path: { key: segment }, query: { limit: LIMIT, cursor } };
      return answerOf(queryApi.GET('/v1/segments/{key}/players', { params }));
    }
    return answerOf(
      queryApi.GET('/v1/players', {
        params: { query: { limit: LIMIT, cursor } },
        querySerializer: querySerializer(filter),
      }),
    );
  });

export const useSegments = () =>
  useQuery({ queryKey: ['segments'], queryFn: () => answerOf(queryApi.GET('/v1/segments')), refetchInterval: 30_000 });

const playerQuery = (id: string) =>
  queryOptions({
    queryKey: ['player', id],
    queryFn: () => answerOf(queryApi.GET('/v1/players/{id}', { params: { path: { id } } })),
    refetchInterval: 10_000,
  });

export const usePlayer = (id: string) => useQuery(playerQuery(id));

/** The player's standings in the windows that run. */
export const usePlayerRanks = (id: string) =>
  useQuery({
    queryKey: ['player', id, 'ranks'],
    queryFn: () => answerOf(queryApi.GET('/v1/players/{id}/leaderboards', { params: { path: { id } } })),
    refetchInterval: 10_000,
  });

export const usePlayerEvents = (playerId: string) =>
  usePages(['player', playerId, 'events'], (cursor) =>
    answerOf(queryApi.GET('/v1/events', { params: { query: { playerId, limit: LIMIT, cursor } } })),
  );

export const usePlayerGrants = (id: string) =>
  usePages(['player', id, 'grants'], (cursor) =>
    answerOf(queryApi.GET('/v1/players/{id}/grants', { params: { path: { id }, query: { limit: LIMIT, cursor } } })),
  );

const staleOf = (id: string) => [['player', id], ['players'], ['segments']] as const;

export const useChangeStatus = (id: string, act: StatusAct) =>
  useAct(
    (reason: string) =>
      answerOf(adminApi.POST(`/v1/players/{id}/${act}`, { params: { path: { id } }, body: { reason } })),
    { stale: staleOf(id), done: `${id}: ${{ suspend: 'suspended', ban: 'banned', reinstate: 'reinstated' }[act]}` },
  );

export const useEditProfile = (id: string) =>
  useAct((body: Profile) => answerOf(adminApi.PATCH('/v1/players/{id}', { params: { path: { id } }, body })), {
    stale: staleOf(id),
    done: `${id}: changed`,
  });

export const useMergePlayer = (id: string) =>
  useAct(
    (body: { readonly into: string; readonly reason: string }) =>
      answerOf(adminApi.POST('/v1/players/{id}/merge', { params: { path: { id } }, body })),
    { stale: [['player'], ['players'], ['segments']], done: ({ into }) => `${id} is merged into ${into}` },
  );

export const useErasePlayer = (id: string) =>
  useAct(
    (reason: string) =>
      answerOf(adminApi.DELETE('/v1/players/{id}', { params: { path: { id }, query: reason ? { reason } : {} } })),
    { stale: [['players'], ['segments']], done: 'The player is erased' },
  );

export const useMintToken = () =>
  useAct((body: MintToken) => answerOf(adminApi.POST('/v1/player-tokens', { body })), { stale: [['audit']] });

export const useVoidEvent = (playerId: string) =>
  useAct(
    ({ eventId, reason }: { readonly eventId: string; readonly reason: string }) =>
      answerOf(
        adminApi.POST('/v1/events/{id}/void', { params: { path: { id: eventId } }, body: { playerId, reason } }),
      ),
    { stale: [['player', playerId]], done: ({ eventId }) => `${eventId} is being taken back` },
  );

export interface Correction extends Correctable {
  /** Units that there are to be more, or less. */
  readonly amount: number;
  readonly reason: string;
  /** Under one it is made once. */
  readonly order: string;
}

/** A name that nobody else gives an order. */
export const newOrderKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');

export const useCorrect = (id: string) =>
  useAct(
    ({ kind, key, amount, reason, order }: Correction) =>
      answerOf(
        adminApi.POST('/v1/players/{id}/corrections', {
          params: { path: { id }, header: { 'Idempotency-Key': order } },
          body: { [kind]: { [key]: amount }, reason },
        }),
      ),
    { stale: staleOf(id), done: ({ key }) => `${id}: ${key} is corrected` },
  );
