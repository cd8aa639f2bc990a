import type { MatchEvent } from './match-events.ts';
import { DIVISIONS, PRIZE_CURRENCY, WEEKLY_BOARD, WEEKLY_PRIZES } from './program.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** A Tuesday, from which weeks are counted. */
const FIRST = Date.parse('2014-08-12T00:00:00Z');
const BOARD = `/v1/leaderboards/${WEEKLY_BOARD}`;
const BEST = 3;

/** The workspace's clock, and weeks as the demo reads them: closed as soon as the clock is past them, paid and moved at once. */
export class FakeWeeks {
  /** Every time that the clock was set to, ms. */
  readonly times: number[] = [];
  #offsetMs = 0;
  #now = Date.now();

  /** @returns false where the clock would go back after something was recorded */
  setClock(time: number, isPlayed: boolean): boolean {
    if ((isPlayed || this.#offsetMs !== 0) && time < this.#now) return false;
    this.times.push(time);
    this.#now = time;
    this.#offsetMs = time - Date.now();
    return true;
  }

  clock(): object {
    return { now: new Date(this.#now).toISOString(), offsetMs: this.#offsetMs, announced: true };
  }

  /** What a read is answered; undefined where it is not about weeks. */
  answer(path: string, query: URLSearchParams, events: readonly MatchEvent[]): unknown {
    const id = path.split('/')[5] ?? '';
    if (path === '/v1/clock') return this.clock();
    if (path === `${BOARD}/windows`) return { entries: this.#closed(events) };
    if (path === `/v1/reward-schedules/${WEEKLY_PRIZES}/runs`) return { entries: this.#closed(events).map(toRun) };
    if (path === `${BOARD}/players/${id}/league`)
      return { tier: DIVISIONS[1], seat: { tier: DIVISIONS[2] }, entry: { zone: 'promotion' } };
    if (path === BOARD) return { entries: rowsOf(events, query.get('window') ?? '') };
    if (path.startsWith('/v1/players/')) return { balances: { [PRIZE_CURRENCY]: path.length } };
    return undefined;
  }

  #closed(events: readonly MatchEvent[]) {
    const count = Math.max(0, Math.floor((this.#now - FIRST) / WEEK_MS));
    return Array.from({ length: count }, (_, index) => ({
      key: `week-${index}`,
      start: new Date(FIRST + index * WEEK_MS).toISOString(),
      end: new Date(FIRST + (index + 1) * WEEK_MS).toISOString(),
      state: 'final',
      total: rowsOf(events, `week-${index}`).length,
    })).reverse();
  }
}

const toRun = ({ key }: { readonly key: string }) => ({ window: key, state: 'done', totals: [{ state: 'granted' }] });

/** Clubs with a match in the week, as they came; of ranks there is nothing to fake. */
function rowsOf(events: readonly MatchEvent[], week: string) {
  const clubs = new Set(
    events
      .filter(({ occurredAt }) => week === `week-${Math.floor((Date.parse(occurredAt) - FIRST) / WEEK_MS)}`)
      .map(({ playerId }) => playerId),
  );
  return [...clubs]
    .slice(0, BEST)
    .map((playerId, index) => ({ rank: index + 1, playerId, score: 3, columns: { goal_difference: 1, goals_for: 1 } }));
}
