import { setTimeout as pause } from 'node:timers/promises';
import { boardId, compareEntries, findWindow, windowHolds } from '@laurel/leaderboards-domain';
import type { RedisClient } from '@laurel/platform-redis';
import type { CommittedPositionsSource } from '../rank-freshness/committed-positions.js';
import type { BoardAddress, BoardPlayers, PlayerOnBoard } from '../rebuild-ranks/board-players.js';
import type { RebuildProgress } from '../rebuild-ranks/rebuild-dependencies.js';
import { WindowContent } from './ranks-content.js';

export interface CompareDependencies {
  readonly redis: RedisClient;
  /** Starts the name of every key of this installation. */
  readonly keyPrefix: string;
  readonly players: BoardPlayers;
  readonly committed: CommittedPositionsSource;
}

/**
 * - `missing`: a player of MongoDB is not where its entry belongs.
 * - `score`: the player is there with another score.
 * - `unknown`: a member that no player's entry asks for.
 * - `row`: the place of the player is not remembered as it is.
 * - `order`: the row before it should stand behind it.
 */
export interface RankDifference {
  readonly window: string;
  readonly playerId: string;
  readonly kind: 'missing' | 'score' | 'unknown' | 'row' | 'order';
}

/** Before each further look at what differs, ms: ranks follow a commit in milliseconds, on a busy machine in seconds. */
const LOOK_AGAIN_AFTER_MS = [0, 100, 200, 400, 800, 1_600];

export interface RankComparison {
  /** Entries of player documents that were compared, in all windows. */
  readonly entries: number;
  /** At most as many as were asked for. */
  readonly differences: readonly RankDifference[];
  /** Whether there may be more. */
  readonly isCut: boolean;
}

interface Suspect {
  readonly content: WindowContent;
  readonly playerId: string;
  readonly member: string;
}

/**
 * Whether the ranks of a board in Redis are those that player documents give, ties included. Every entry must be in its sorted
 * set at its place and nothing else may be in it, and neighbours must stand in the order of the board's own definition: then all
 * ranks are right. Memory does not grow with the board.
 *
 * May run beside live changes: what differs is looked at again at the end, several times, and only what differs each time is told.
 */
export class CompareRanks {
  constructor(private readonly dependencies: CompareDependencies) {}

  /** @param limit differences told at most */
  async run(
    address: BoardAddress,
    { limit = 100, onProgress = () => undefined }: CompareOptions = {},
  ): Promise<RankComparison> {
    return new Comparison(this.dependencies, address, limit, onProgress).run();
  }
}

export interface CompareOptions {
  readonly limit?: number;
  readonly onProgress?: (progress: RebuildProgress) => void;
}

class Comparison {
  private readonly contents: readonly WindowContent[];
  private readonly found = new Map<WindowContent, number>();
  private readonly suspects: Suspect[] = [];
  private readonly differences: RankDifference[] = [];
  private entries = 0;
  private done = 0;

  constructor(
    private readonly dependencies: CompareDependencies,
    private readonly address: BoardAddress,
    private readonly limit: number,
    private readonly onProgress: (progress: RebuildProgress) => void,
  ) {
    this.contents = WindowContent.ofBoard(dependencies.redis, dependencies.keyPrefix, address);
  }

  async run(): Promise<RankComparison> {
    const { players, committed } = this.dependencies;
    const { workspace, board } = this.address;
    const partitions = [...(await committed.positionsOf(workspace, boardId(board))).keys()];
    const total = await players.count(this.address, partitions);
    for (const partition of partitions) {
      for await (const batch of players.scan(this.address, partition)) {
        await this.compare(batch);
        this.done += batch.length;
        this.onProgress({ done: this.done, total: Math.max(this.done, total) });
      }
    }
    for (const content of this.contents) {
      if ((await content.size()) > (this.found.get(content) ?? 0)) await this.findUnknown(content);
      await this.checkOrder(content);
    }
    const suspected = this.suspects.length;
    this.differences.push(...(await this.stillDiffering()));
    const isCut = suspected >= this.limit || this.differences.length > this.limit;
    return { entries: this.entries, differences: this.differences.slice(0, this.limit), isCut };
  }

  private async compare(players: readonly PlayerOnBoard[]): Promise<void> {
    for (const content of this.contents) {
      const expected = players.flatMap((player) => this.placeOf(content, player) ?? []);
      const scores = await content.scores(expected.map(({ member }) => member));
      const prefixes = await content.prefixes(expected.map(({ playerId }) => playerId));
      this.entries += expected.length;
      for (const [index, { playerId, member, score, prefix }] of expected.entries()) {
        if (scores[index] === score && prefixes[index] === prefix) {
          this.found.set(content, (this.found.get(content) ?? 0) + 1);
        } else this.suspect({ content, playerId, member });
      }
    }
  }

  private placeOf({ form, window }: WindowContent, { playerId, windows }: PlayerOnBoard) {
    const entry = windows[window];
    const definition = findWindow(this.address.board, window);
    if (!entry || !definition || !windowHolds(definition, entry.reachedAt)) return undefined;
    const { score, prefix } = form.place(entry);
    return { playerId, score, prefix, member: prefix + playerId };
  }

  private async findUnknown(content: WindowContent): Promise<void> {
    for await (const members of content.members()) {
      if (this.suspects.length >= this.limit) return;
      const ids = members.map((member) => member.slice(content.form.prefixWidth));
      const players = await this.dependencies.players.load(this.address, ids);
      const known = new Set(players.flatMap((player) => this.placeOf(content, player)?.member ?? []));
      for (const [index, member] of members.entries()) {
        if (!known.has(member)) this.suspect({ content, playerId: ids[index] ?? '', member });
      }
    }
  }

  private async checkOrder(content: WindowContent): Promise<void> {
    const { board } = this.address;
    const row = (slice: readonly string[], index: number) => {
      const { reachedAt, ...read } = content.form.read(Number(slice[index + 1]), slice[index] ?? '');
      return { ...read, reachedAt: reachedAt ?? 0 };
    };
    for await (const slice of content.slices()) {
      for (let index = 2; index < slice.length; index += 2) {
        const [before, behind] = [row(slice, index - 2), row(slice, index)];
        if (compareEntries(board, before, behind) >= 0 && this.differences.length < this.limit) {
          this.differences.push({ window: content.window, playerId: behind.playerId, kind: 'order' });
        }
      }
    }
  }

  private suspect(suspect: Suspect): void {
    if (this.suspects.length < this.limit) this.suspects.push(suspect);
  }

  private async stillDiffering(): Promise<RankDifference[]> {
    let suspects: readonly Suspect[] = this.suspects;
    let differences: RankDifference[] = [];
    for (const afterMs of LOOK_AGAIN_AFTER_MS) {
      if (suspects.length === 0) break;
      await pause(afterMs);
      const kinds: (RankDifference['kind'] | undefined)[] = [];
      for (const suspect of suspects) kinds.push(await this.lookAgain(suspect));
      differences = suspects.flatMap(({ content: { window }, playerId }, index) => {
        const kind = kinds[index];
        return kind ? [{ window, playerId, kind }] : [];
      });
      suspects = suspects.filter((_, index) => kinds[index]);
    }
    return differences;
  }

  private async lookAgain({ content, playerId, member }: Suspect): Promise<RankDifference['kind'] | undefined> {
    const [player] = await this.dependencies.players.load(this.address, [playerId]);
    const place = player && this.placeOf(content, player);
    const [seen, score] = await content.scores([member, place?.member ?? member]);
    const [prefix] = await content.prefixes([playerId]);
    if (seen !== undefined && member !== place?.member) return 'unknown';
    if (!place) return undefined;
    if (score === undefined) return 'missing';
    if (score !== place.score) return 'score';
    return prefix === place.prefix ? undefined : 'row';
  }
}
