import { type AdminSchemas, adminApi, answerOf } from '../../api/index.js';
import { useAct } from '../../api/use-act.js';
import { usePages } from '../../api/use-pages.js';

export type HeldEvent = AdminSchemas['schemas']['QuarantinedEvent'];
export type Verdict = 'release' | 'reject';

export interface QuarantineFilter {
  readonly playerId?: string;
  readonly type?: string;
  readonly stat?: string;
}

const LIMIT = 100;
const LOOK_MS = 5_000;

/** The events that wait, the longest waiting first, with how many wait in all: a queue, worked off from its beginning. */
export const useQuarantine = (filter: QuarantineFilter) =>
  usePages(
    ['quarantine', filter],
    (cursor) => answerOf(adminApi.GET('/v1/quarantine', { params: { query: { ...filter, limit: LIMIT, cursor } } })),
    { refetchInterval: LOOK_MS },
  );

const SAYS = { release: 'is let in', reject: 'is left out for good' } as const;

export const useReview = ({ eventId, playerId }: HeldEvent, verdict: Verdict) =>
  useAct(
    (reason: string) =>
      answerOf(
        adminApi.POST(`/v1/quarantine/{id}/${verdict}`, {
          params: { path: { id: eventId } },
          body: { playerId, reason },
        }),
      ),
    { stale: [['quarantine'], ['player', playerId], ['audit']], done: `${eventId} ${SAYS[verdict]}` },
  );
