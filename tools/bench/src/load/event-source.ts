import type { Outcome } from './connection.ts';
import type { Verdict } from './load-recorder.ts';
import { seededRandom } from './random.ts';
import { type RequestSource, type Target, postRequest } from './request-source.ts';

export interface EventLoad {
  /** Events per request; 1: single-event POSTs. */
  readonly batch: number;
  readonly players: number;
  /** `each`: every player once, in turn. `random`: any of them, all equally often. */
  readonly order: 'each' | 'random';
  /** Starts the event ids: a run sends no id that another run of the same data has sent. */
  readonly idPrefix: string;
  /** Events happen when they are received, by the clock of the workspace. */
  readonly undated?: true;
}

/** What a match may bring, exclusive: the program's stats add it up. */
export const HIGHEST = { points: 1_000, kills: 30, rating: 5_000 } as const;

export const playerIdOf = (player: number): string => `player-${String(player).padStart(7, '0')}`;

const SEED = 20_141_116;

/** Events of a game, each with an id and a time of its own, as a careful client sends them. About 220 bytes each. */
export class EventSource implements RequestSource {
  readonly #target: Target;
  readonly #load: EventLoad;
  readonly #random = seededRandom(SEED);
  #sent = 0;

  constructor(target: Target, load: EventLoad) {
    this.#target = target;
    this.#load = load;
  }

  next(): string {
    const { batch } = this.#load;
    const now = new Date().toISOString();
    if (batch === 1) return postRequest(this.#target, '/v1/events', this.#event(now));
    const events = Array.from({ length: batch }, () => this.#event(now));
    return postRequest(this.#target, '/v1/events/batch', `[${events.join(',')}]`);
  }

  judge(outcome: Outcome): Verdict {
    if ('failure' in outcome) return outcome;
    const { status, body } = outcome;
    if (status !== 202) return { failure: String(status) };
    if (this.#load.batch === 1) return { items: 1 };
    // The first field of the answer; the hundred receipts behind it need not be read to know.
    const [, accepted] = /^\{"accepted":(\d+)/.exec(body.toString('latin1', 0, 40)) ?? [];
    const items = Number(accepted ?? (JSON.parse(body.toString()) as { readonly accepted: number }).accepted);
    return items === this.#load.batch ? { items } : { failure: 'rejected' };
  }

  #event(occurredAt: string): string {
    const { players, order, idPrefix, undated } = this.#load;
    const player = order === 'each' ? this.#sent % players : this.#below(players);
    this.#sent += 1;
    const points = 1 + this.#below(HIGHEST.points);
    const kills = this.#below(HIGHEST.kills);
    const rating = this.#below(HIGHEST.rating);
    return (
      `{"eventId":"${idPrefix}-${this.#sent}","type":"match_finished","playerId":"${playerIdOf(player)}",` +
      `${undated ? '' : `"occurredAt":"${occurredAt}",`}"properties":{"mode":"ranked","map":"harbour","durationSeconds":900,` +
      `"points":${points},"kills":${kills},"rating":${rating}}}`
    );
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}
