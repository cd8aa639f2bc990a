import { useQuery } from '@tanstack/react-query';
import { type QuerySchemas, answerOf, queryApi } from '../../api/index.js';
import { usePages } from '../../api/use-pages.js';
import type { EventSearch } from './event-search.js';

export type EventRow = QuerySchemas['schemas']['RecordedEventDto'];
export type DecidedEvent = QuerySchemas['schemas']['DecidedEventDto'];
export type Effect = DecidedEvent['effects'][number];

const LIMIT = 100;

/** What became of events, newest first. */
export const useEvents = ({ player, type, status }: EventSearch) =>
  usePages(['events', { player, type, status }], (cursor) =>
    answerOf(
      queryApi.GET('/v1/events', {
        params: {
          query: {
            limit: LIMIT,
            ...(player === undefined ? {} : { playerId: player }),
            ...(type === undefined ? {} : { type }),
            ...(status === undefined ? {} : { status }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );

/** One event with its story. @param playerId whose, where several players used the id */
export const useEvent = (id: string, playerId: string | undefined) =>
  useQuery({
    queryKey: ['events', 'one', id, playerId],
    queryFn: () =>
      answerOf(
        queryApi.GET('/v1/events/{id}', {
          params: { path: { id }, query: playerId === undefined ? {} : { playerId } },
        }),
      ),
  });

/** Where the player stands now on the boards that an event touched. */
export const useRanks = (playerId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['player', playerId, 'ranks'],
    queryFn: () => answerOf(queryApi.GET('/v1/players/{id}/leaderboards', { params: { path: { id: playerId } } })),
    enabled,
  });
