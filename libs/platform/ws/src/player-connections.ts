import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { joinId } from '@laurel/contracts';
import { type DomainError, type Log, type Result, err, ok } from '@laurel/kernel';
import type { Credential } from '@laurel/platform-auth';
import { isRedisUnavailable } from '@laurel/platform-redis';
import type { LiveConnection } from './live-connection.js';
import { liveErrors } from './live.errors.js';
import type { PlayerInstances } from './player-instances.js';

/** How often this instance shows the others that it lives, ms. */
const BEAT_MS = 2_000;

/**
 * Counts the connections of players. What one player's devices need is little; what one player's token can be abused for is all
 * that the instances can hold. Others are asked through Redis; while that is away, each instance counts its own.
 */
export class PlayerConnections implements OnApplicationBootstrap, OnModuleDestroy {
  /** Open here, by player. */
  private readonly open = new Map<string, number>();
  private beats: NodeJS.Timeout | undefined;
  /** What the others know of this instance may be wrong: something could not be told. */
  private isMistold = false;
  private isStopping = false;

  /**
   * @param most connections of one player
   * @param instances what others are told and asked by; without it, every instance counts its own
   */
  constructor(
    private readonly most: number,
    private readonly log: Pick<Log, 'warn'>,
    private readonly instances?: PlayerInstances,
    private readonly beatMs = BEAT_MS,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.instances) return;
    this.beats = setInterval(() => void this.beat(), this.beatMs);
    await this.beat();
  }

  /** Before connections are closed: to tell of each would be for nothing. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.beats);
    this.isStopping = true;
    await this.attempt(async (instances) => instances.leave());
  }

  /** Counts the connection until it closes. Error: `live.too_many_connections`. */
  async enter(connection: Pick<LiveConnection, 'onClose'>, credential: Credential): Promise<Result<void, DomainError>> {
    if (credential.kind !== 'player_token') return ok(undefined);
    const player = joinId(credential.workspace, credential.playerId);
    const own = this.ownOf(player) + 1;
    if (own > this.most) return this.refusal();
    const leave = this.count(player);
    connection.onClose(leave);
    // In one turn: it is one question to Redis, together with those of others who come now.
    const [elsewhere = 0] = await Promise.all([
      this.attempt((instances) => instances.elsewhere(player)),
      this.tell(player),
    ]);
    if (own + elsewhere <= this.most) return ok(undefined);
    leave();
    return this.refusal();
  }

  private ownOf(player: string): number {
    return this.open.get(player) ?? 0;
  }

  /** @returns takes it back, once */
  private count(player: string): () => void {
    this.open.set(player, this.ownOf(player) + 1);
    let isCounted = true;
    return () => {
      if (!isCounted) return;
      isCounted = false;
      const left = this.ownOf(player) - 1;
      if (left > 0) this.open.set(player, left);
      else this.open.delete(player);
      void this.tell(player);
    };
  }

  private refusal(): Result<never, DomainError> {
    return err(liveErrors.tooManyConnections(`One player has at most ${this.most} connections.`));
  }

  /** Tells the others how many a player has here now. */
  private async tell(player: string): Promise<void> {
    if (!this.isStopping) await this.attempt((instances) => instances.tell(player, this.ownOf(player)));
  }

  private async beat(): Promise<void> {
    await this.attempt(async (instances) => {
      if (this.isMistold) instances.begin();
      this.isMistold = false;
      if (await instances.showLife()) await Promise.all([...this.open.keys()].map((player) => this.tell(player)));
    });
  }

  /** Undefined where it failed: then the others are told all anew. */
  private async attempt<T>(ask: (instances: PlayerInstances) => Promise<T>): Promise<T | undefined> {
    if (!this.instances) return undefined;
    try {
      return await ask(this.instances);
    } catch (error) {
      this.isMistold = true;
      if (!isRedisUnavailable(error)) this.log.warn({ err: error }, 'live.players_uncounted');
      return undefined;
    }
  }
}
