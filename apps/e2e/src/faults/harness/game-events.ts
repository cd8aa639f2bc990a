import type { Chance } from '@laurel/faults';
import { PAST_MS } from './game-program.js';

/** An event as a client sends it. */
export interface GameEvent {
  readonly eventId: string;
  readonly type: 'match' | 'gift';
  readonly playerId: string;
  readonly occurredAt: string;
  readonly properties: Readonly<Record<string, number | string>>;
}

export const HOT_PLAYER = 'player-hot';

const GIFTS = 0.1;
const RANKED = 0.6;
/** Event times are whole seconds, and points few: ties are common. */
const SECOND_MS = 1_000;

/** Makes the events of a game: some players play much more than others, and events come in no order of time. */
export class GameEvents {
  private count = 0;

  constructor(
    private readonly chance: Chance,
    private readonly players: number,
    /** When the game begins: events happened before, so the gateway clamps none of them. */
    private readonly begin: number,
    /** Share of the events that are of one player, 0 to 1. */
    private readonly hotShare = 0,
  ) {}

  next(): GameEvent {
    const { chance } = this;
    const playerId = chance.happens(this.hotShare) ? HOT_PLAYER : this.playerId();
    this.count += 1;
    const common = {
      eventId: `event-${this.count}`,
      playerId,
      occurredAt: new Date(this.begin - chance.between(1, PAST_MS / SECOND_MS) * SECOND_MS).toISOString(),
    };
    if (chance.happens(GIFTS)) return { ...common, type: 'gift', properties: { gems: chance.between(1, 6) } };
    const properties = {
      mode: chance.happens(RANKED) ? 'ranked' : 'friendly',
      points: chance.between(1, 5),
      kills: chance.between(0, 3),
      rating: chance.between(1_000, 1_010),
      seconds: chance.between(60, 90),
    };
    return { ...common, type: 'match', properties };
  }

  /** Few play much: the density falls with the index, as under Zipf's law. */
  private playerId(): string {
    return `player-${Math.floor(this.players * this.chance.next() ** 3)}`;
  }
}
