import { setTimeout as pause } from 'node:timers/promises';
import { boardId, hasParts } from '@laurel/leaderboards-domain';
import { isDense } from '../project-standings/window-changes.js';
import type { BoardAddress, PlayerOnBoard } from '../rebuild-ranks/board-players.js';
import type { RebuildProgress } from '../rebuild-ranks/rebuild-dependencies.js';
import { type Place, placeOf } from './belonging.js';
import { miscounted, misplaced } from './check-order.js';
import type { CompareDependencies, RankComparison, RankDifference } from './compare-ranks.js';
import { BoardContent, type RankedSet, type WindowContent } from './ranks-content.js';

/** Before each further look at what differs, ms: ranks follow a commit in milliseconds, on a busy machine in seconds. */
const LOOK_AGAIN_AFTER_MS = [0, 100, 200, 400, 800, 1_600];

interface Suspect {
  readonly content: WindowContent;
  readonly set: RankedSet;
  readonly playerId: string;
  readonly member: string;
}

/** One comparison of ranks with player documents; see `CompareRanks`. */
export class Comparison {
  private readonly content: BoardContent;
  /** Rows of sets that are where they belong. */
  private readonly found = new Map<RankedSet, number>();
  private readonly suspects: Suspect[] = [];
  private readonly differences: RankDifference[] = [];
  private frozen: ReadonlySet<string> = new Set();
  private entries = 0;
  private done = 0;

  constructor(
    private readonly dependencies: CompareDependencies,
    private readonly address: BoardAddress,
    private readonly limit: number,
    private readonly onProgress: (progress: RebuildProgress) => void,
  ) {
    this.content = new BoardContent(dependencies.redis, dependencies.keyPrefix, address);
  }

  async run(): Promise<RankComparison> {
    const { players, committed } = this.dependencies;
    const { workspace, board } = this.address;
    this.frozen = await this.content.frozen();
    const partitions = [...(await committed.positionsOf(workspace, boardId(board))).keys()];
    const total = await players.count(this.address, partitions);
    for (const partition of partitions) {
      for await (const batch of players.scan(this.address, partition)) {
        await this.compareBatch(batch);
        this.done += batch.length;
        this.onProgress({ done: this.done, total: Math.max(this.done, total) });
      }
    }
    for (const content of await this.content.all()) {
      for (const set of await content.sets()) await this.checkSet(content, set);
    }
    const suspected = this.suspects.length;
    this.differences.push(...(await this.stillDiffering()));
    const isCut = suspected >= this.limit || this.differences.length > this.limit;
    return { entries: this.entries, differences: this.differences.slice(0, this.limit), isCut };
  }

  private async compareBatch(players: readonly PlayerOnBoard[]): Promise<void> {
    const places = new Map<WindowContent, Place[]>();
    for (const player of players) {
      for (const key of Object.keys(player.windows)) {
        const content = this.content.window(key);
        const place = content && this.placeOf(content, player);
        if (!content || !place) continue;
        const ofWindow = places.get(content);
        if (ofWindow) ofWindow.push(place);
        else places.set(content, [place]);
      }
    }
    for (const [content, ofWindow] of places) {
      this.entries += ofWindow.length;
      await this.compareWindow(content, ofWindow);
    }
  }

  private async compareWindow(content: WindowContent, places: readonly Place[]): Promise<void> {
    const ids = places.map(({ playerId }) => playerId);
    const [prefixes, parts] = await Promise.all([
      content.prefixes(ids),
      hasParts(this.address.board) ? content.partsOf(ids) : Promise.resolve([]),
    ]);
    const isRemembered = ({ prefix, parts: own }: Place, index: number): boolean =>
      prefixes[index] === prefix && isSame(parts[index] ?? [], own);
    await this.compareSet(content, content.whole, places, isRemembered);
    const byPart = new Map<string, Place[]>();
    for (const place of places) {
      for (const part of place.parts) {
        const ofPart = byPart.get(part);
        if (ofPart) ofPart.push(place);
        else byPart.set(part, [place]);
      }
    }
    for (const [part, ofPart] of byPart) await this.compareSet(content, content.part(part), ofPart, () => true);
  }

  private async compareSet(
    content: WindowContent,
    set: RankedSet,
    places: readonly Place[],
    isRemembered: (place: Place, index: number) => boolean,
  ): Promise<void> {
    const scores = await set.scores(places.map(({ member }) => member));
    let right = 0;
    for (const [index, place] of places.entries()) {
      if (scores[index] === place.score && isRemembered(place, index)) right += 1;
      else this.suspect({ content, set, playerId: place.playerId, member: place.member });
    }
    this.found.set(set, (this.found.get(set) ?? 0) + right);
  }

  private async checkSet(content: WindowContent, set: RankedSet): Promise<void> {
    if ((await set.size()) > (this.found.get(set) ?? 0)) await this.findUnknown(content, set);
    const { board } = this.address;
    const room = Math.max(0, this.limit - this.differences.length);
    this.tell(set, 'order', await misplaced(board, set, room));
    if (isDense(board)) this.tell(set, 'place', await this.stillMiscounted(set, room));
  }

  private tell(set: RankedSet, kind: RankDifference['kind'], playerIds: readonly string[]): void {
    this.differences.push(...playerIds.map((playerId) => differenceOf(set, playerId, kind)));
  }

  private placeOf(content: WindowContent, player: PlayerOnBoard, part?: string): Place | undefined {
    if (this.frozen.has(content.formed.window.key)) return undefined;
    return placeOf(this.address.board, content, player, part);
  }

  private async findUnknown(content: WindowContent, set: RankedSet): Promise<void> {
    for await (const members of set.members()) {
      if (this.suspects.length >= this.limit) return;
      const ids = members.map((member) => member.slice(set.form.prefixWidth));
      const players = await this.dependencies.players.load(this.address, ids);
      const known = new Set(players.flatMap((player) => this.placeOf(content, player, set.part)?.member ?? []));
      for (const [index, member] of members.entries()) {
        if (!known.has(member)) this.suspect({ content, set, playerId: ids[index] ?? '', member });
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
      this.frozen = await this.content.frozen();
      const kinds: (RankDifference['kind'] | undefined)[] = [];
      for (const suspect of suspects) kinds.push(await this.lookAgain(suspect));
      differences = suspects.flatMap(({ set, playerId }, index) => {
        const kind = kinds[index];
        return kind ? [differenceOf(set, playerId, kind)] : [];
      });
      suspects = suspects.filter((_, index) => kinds[index]);
    }
    return differences;
  }

  private async lookAgain({ content, set, playerId, member }: Suspect): Promise<RankDifference['kind'] | undefined> {
    const [player] = await this.dependencies.players.load(this.address, [playerId]);
    const place = player && this.placeOf(content, player, set.part);
    const [seen, score] = await set.scores([member, place?.member ?? member]);
    if (seen !== undefined && member !== place?.member) return 'unknown';
    if (!place) return undefined;
    if (score === undefined) return 'missing';
    if (score !== place.score) return 'score';
    const [[prefix], [parts = []]] = await Promise.all([content.prefixes([playerId]), content.partsOf([playerId])]);
    if (prefix !== place.prefix) return 'row';
    return isSame(parts, place.parts) ? undefined : 'parts';
  }

  /** Rows move while they are counted: only who is told each time is. */
  private async stillMiscounted(set: RankedSet, limit: number): Promise<string[]> {
    let found = await miscounted(set, limit);
    for (const afterMs of LOOK_AGAIN_AFTER_MS) {
      if (found.length === 0) break;
      await pause(afterMs);
      const again = new Set(await miscounted(set, limit));
      found = found.filter((playerId) => again.has(playerId));
    }
    return found;
  }
}

const differenceOf = ({ window, part }: RankedSet, playerId: string, kind: RankDifference['kind']): RankDifference => ({
  window,
  ...(part === undefined ? {} : { part }),
  playerId,
  kind,
});

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((part, index) => part === right[index]);
