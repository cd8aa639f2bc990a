import type { Marker } from './jobs.ts';

interface Pending {
  readonly score: number;
  readonly dueAt: number;
}

/**
 * Tells from the scores that a watcher sees which marker events have arrived: a marker's score grows by 1 with each, and one
 * frame may show several at once.
 */
export class MarkerLog {
  readonly #pending = new Map<string, Pending[]>();
  readonly #scores = new Map<string, number>();
  readonly #record: (latencyMs: number) => void;

  constructor(markers: readonly Marker[], record: (latencyMs: number) => void) {
    for (const { playerId, score } of markers) this.#scores.set(playerId, score);
    this.#record = record;
  }

  /** Events that no frame has shown so far. */
  get unseen(): number {
    return [...this.#pending.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** The player's next event is due now. */
  due(playerId: string, dueAt: number): void {
    const score = (this.#scores.get(playerId) ?? 0) + 1;
    this.#scores.set(playerId, score);
    const pending = this.#pending.get(playerId) ?? [];
    this.#pending.set(playerId, pending);
    pending.push({ score, dueAt });
  }

  /** A frame shows this player with this score. */
  seen(playerId: string, score: number, at: number): void {
    const pending = this.#pending.get(playerId);
    for (let next = pending?.[0]; next && next.score <= score; next = pending?.[0]) {
      this.#record(at - next.dueAt);
      pending?.shift();
    }
  }
}
