export interface PlayerRate {
  /** Events of one player per second, in the long run. */
  readonly perSecond: number;
  /** So many seconds' worth may come at once, after a pause as long. */
  readonly burstSeconds: number;
}

/** Players remembered in each generation. More in one burst's time, and the earliest start with a full burst again. */
const MAX_PLAYERS = 100_000;
/** What sums of fractions of a millisecond may be off by. */
const ROUNDING_MS = 1e-3;

/**
 * How often events of one player may come: a token bucket per player, kept as the one time at which all that came is paid for.
 * A player whose time has passed is as one who never came, so two generations of players, each as long as a burst, are all
 * that is remembered: memory does not grow with the number of players.
 */
export class PlayerRateLimit {
  private readonly costMs: number;
  private readonly burstMs: number;
  private current = new Map<string, number>();
  private previous = new Map<string, number>();
  private turnAt = -Infinity;

  constructor({ perSecond, burstSeconds }: PlayerRate) {
    this.costMs = 1_000 / perSecond;
    this.burstMs = burstSeconds * 1_000;
  }

  /**
   * Takes one event, if the player's rate allows it now.
   *
   * @param player identity of the player, over all workspaces
   * @param nowMs milliseconds since the epoch
   * @returns 0 when it is taken; else in how many milliseconds one would be
   */
  take(player: string, nowMs: number): number {
    this.turn(nowMs);
    const paidAt = Math.max(nowMs, this.current.get(player) ?? this.previous.get(player) ?? nowMs) + this.costMs;
    const aheadMs = paidAt - nowMs - this.burstMs;
    if (aheadMs > ROUNDING_MS) return aheadMs;
    this.current.set(player, paidAt);
    return 0;
  }

  /** Players remembered now, some of them twice. */
  get remembered(): number {
    return this.current.size + this.previous.size;
  }

  /** Starts a new generation when this one is as old as a burst, or full. */
  private turn(nowMs: number): void {
    if (nowMs < this.turnAt && this.current.size < MAX_PLAYERS) return;
    this.previous = this.current;
    this.current = new Map();
    this.turnAt = nowMs + this.burstMs;
  }
}
