import type { PlayerState } from '@laurel/contracts';
import { type Clock, type DomainError, type Log, type Result, type Slots, ok } from '@laurel/kernel';
import {
  type HeldView,
  type Joining,
  type LiveOutlet,
  VIEW_PACE,
  ViewTicker,
  WatchedRun,
  encodeFrame,
} from '@laurel/platform-ws';
import { changedFields } from './changed-fields.js';
import type { PlayerQuestion, PlayerStates } from './player-states.js';

/** What every view of a player works with. */
export interface PlayerSurroundings {
  readonly states: PlayerStates;
  readonly slots: Slots;
  readonly clock: Clock;
  readonly log: Log;
}

/** A player's own events are heard of; ranks move by those of others. */
const PACE = { tickMs: VIEW_PACE.tickMs, pollMs: 5_000 };

/** One player as some may see it, watched by any number of connections: read once per tick, compared once, encoded once. */
export class PlayerView implements HeldView {
  readonly id: string;
  private readonly run: WatchedRun;
  private state: PlayerState | undefined;
  private ticker: ViewTicker | undefined;
  private opening: Promise<Result<void, DomainError>> | undefined;
  private reading: Promise<unknown> = Promise.resolve();

  /** @param ended the player is no more, and the watchers have been told */
  constructor(
    readonly question: PlayerQuestion,
    private readonly surroundings: PlayerSurroundings,
    private readonly ended: () => void,
  ) {
    this.id = `player:${question.playerId}`;
    const { id } = this;
    this.run = new WatchedRun(id, (at) =>
      encodeFrame({ type: 'snapshot', subscription: id, topic: id, ...at, player: this.state ?? NOTHING }),
    );
  }

  /** Also while somebody is about to watch. */
  get isWatched(): boolean {
    return this.run.isWatched || this.opening !== undefined;
  }

  /** Error: the player is not known. A view that nobody watched is read first: what it held may be long over. */
  async join(outlet: LiveOutlet, joining: Joining): Promise<Result<void, DomainError>> {
    if (!this.run.isWatched) {
      this.opening ??= this.open().finally(() => (this.opening = undefined));
      const opened = await this.opening;
      if (!opened.ok) return opened;
    }
    this.run.join(outlet, joining);
    return ok(undefined);
  }

  leave(outlet: LiveOutlet): void {
    this.run.leave(outlet);
    if (!this.isWatched) this.stop();
  }

  /** Something happened to the player. */
  wake(): void {
    this.ticker?.wake();
  }

  /** Reads no more, until somebody joins again. */
  stop(): void {
    this.ticker?.stop();
    this.ticker = undefined;
  }

  private async open(): Promise<Result<void, DomainError>> {
    this.stop();
    // Begun before the read: what happens meanwhile wakes it.
    const ticker = new ViewTicker(() => this.tick(), this.surroundings.clock, PACE);
    this.ticker = ticker;
    let isThere = false;
    try {
      const read = await this.refresh();
      isThere = read.ok;
      return read;
    } finally {
      if (isThere) ticker.wasRead();
      else this.stop();
    }
  }

  private async tick(): Promise<void> {
    const { ticker } = this;
    try {
      const read = await this.refresh();
      // Left meanwhile, and perhaps come back to: who comes finds out for themselves.
      if (!read.ok && ticker === this.ticker) this.end(read.error);
    } catch (error) {
      // The next tick tries again; meanwhile the watchers keep what they have.
      this.surroundings.log.warn({ err: error, view: this.id }, 'live.read_failed');
    }
  }

  /** One after the other: an older read never comes after a newer one. */
  private refresh(): Promise<Result<void, DomainError>> {
    const read = this.reading.then(() => this.read());
    this.reading = read.catch(() => undefined);
    return read;
  }

  private async read(): Promise<Result<void, DomainError>> {
    const { states, slots } = this.surroundings;
    const found = await slots.run(() => states.read(this.question));
    if (!found.ok) return found;
    this.show(found.value);
    return ok(undefined);
  }

  private show(state: PlayerState): void {
    const { state: before, id } = this;
    this.state = state;
    if (!before) return this.run.restart();
    const player = changedFields(before, state);
    if (player) this.run.push((at) => encodeFrame({ type: 'delta', subscription: id, ...at, player }));
    else this.run.settle();
  }

  private end(error: DomainError): void {
    this.stop();
    this.run.end(error);
    this.ended();
  }
}

/** Never sent: a run begins with a state. */
const NOTHING: PlayerState = {
  status: 'active',
  stats: {},
  balances: {},
  attributes: {},
  titles: [],
  items: {},
  ranks: [],
};
