import type { Chance } from '@laurel/faults';
import { until } from '@laurel/testing';
import type { GameEvent, GameEvents } from './game-events.js';
import { type SendOutcome, sendEvents } from './send-events.js';
import type { SentEvents } from './sent-events.js';

/** One workspace that is played in. */
export interface Game {
  readonly secretKey: string;
  readonly events: GameEvents;
  readonly sent: SentEvents;
  /** Share of the load, 0 to 1; the shares of all games make 1. */
  readonly share: number;
}

export interface LoadOptions {
  /** Asked for each request: the instance to send it to. */
  readonly ingestionUrl: () => string;
  readonly games: readonly Game[];
  readonly eventsPerSecond: number;
  readonly chance: Chance;
  /** Whether what was not acknowledged is sent again, under the same id, until it is. */
  readonly retries: boolean;
}

const TICK_MS = 20;
const SINGLES = 0.3;
const LARGEST_BATCH = 20;
const REPLAYS = 0.03;
const CONFLICTS = 0.01;
const RETRY_AFTER_MS = 250;
const LONGEST_RETRY_MS = 2_000;

/**
 * Sends events at a fixed rate, whatever becomes of those before (open loop), and notes what is known of each. Some
 * acknowledged events are sent again, as they were or with another body.
 */
export class Load {
  /** How often each HTTP status came; 0 is no answer. */
  readonly answers = new Map<number, number>();
  private timer: NodeJS.Timeout | undefined;
  private began = 0;
  private made = 0;
  private underWay = 0;
  private abandoned = false;
  /** How often it is asked depends on the fault: what is sent must not. */
  private readonly jitter: Chance;

  constructor(private readonly options: LoadOptions) {
    this.jitter = options.chance.fork();
  }

  start(): void {
    this.began = performance.now();
    this.made = 0;
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  /** Makes no more events, and waits until each was answered or given up. */
  async finish(): Promise<void> {
    clearInterval(this.timer);
    await until('all requests are answered', () => this.underWay === 0, 120_000);
  }

  /** Sends nothing any more, not even again. */
  abandon(): void {
    clearInterval(this.timer);
    this.abandoned = true;
  }

  private tick(): void {
    const due = Math.floor(((performance.now() - this.began) / 1_000) * this.options.eventsPerSecond) - this.made;
    this.made += due;
    for (let rest = due; rest > 0;) {
      const size = this.options.chance.happens(SINGLES) ? 1 : this.options.chance.between(2, LARGEST_BATCH + 1);
      const count = Math.min(size, rest);
      rest -= count;
      this.send(this.anyGame(), count);
    }
  }

  private anyGame(): Game {
    let drawn = this.options.chance.next();
    const game = this.options.games.find(({ share }) => (drawn -= share) < 0) ?? this.options.games[0];
    if (!game) throw new Error('a load needs a game');
    return game;
  }

  private send(game: Game, count: number): void {
    const { chance } = this.options;
    const events = Array.from({ length: count }, () => game.events.next());
    for (const event of events) game.sent.begin(event);
    void this.attempt(game, events, 1);
    const earlier = game.sent.anyAcknowledged(chance);
    if (!earlier) return;
    if (chance.happens(REPLAYS * count)) void this.request(game, [earlier]);
    if (chance.happens(CONFLICTS * count)) {
      void this.request(game, [{ ...earlier, properties: { ...earlier.properties, points: 1_000_000 } }]);
    }
  }

  private async attempt(game: Game, events: readonly GameEvent[], attempt: number): Promise<void> {
    this.underWay += 1;
    const { standings } = await this.request(game, events);
    for (const [index, event] of events.entries()) game.sent.settle(event, standings[index] ?? 'unknown', attempt);
    const again = this.options.retries ? events.filter((_, index) => standings[index] !== 'acknowledged') : [];
    if (again.length > 0 && !this.abandoned) {
      const waitMs = Math.min(RETRY_AFTER_MS * 2 ** (attempt - 1), LONGEST_RETRY_MS);
      await new Promise((resolve) => setTimeout(resolve, waitMs * (0.5 + this.jitter.next())));
      void this.attempt(game, again, attempt + 1);
    }
    this.underWay -= 1;
  }

  private async request(game: Game, events: readonly GameEvent[]): Promise<SendOutcome> {
    this.underWay += 1;
    const outcome = await sendEvents(this.options.ingestionUrl(), game.secretKey, events);
    this.answers.set(outcome.status, (this.answers.get(outcome.status) ?? 0) + 1);
    this.underWay -= 1;
    return outcome;
  }
}
