import { joinId } from '@laurel/contracts';
import type { Log } from '@laurel/kernel';
import { boardId } from '@laurel/leaderboards-domain';
import { LOG } from '@laurel/platform-observability';
import { Inject, Injectable } from '@nestjs/common';
import { boardKey } from '../partition/board-key.js';
import type { PartitionState } from '../partition/partition-state.js';
import { ProgramCache } from '../partition/program-cache.js';
import { GuardedRanks } from '../ranks-outage/guarded-ranks.js';
import { type AwaitedEvent, standingsOf } from './awaited-events.js';
import { RANK_READINGS, type RankReading, type RankReadings, type RankWanted } from './rank-readings.port.js';

/** By `placeName`. */
export type WantedRanks = ReadonlyMap<string, RankWanted>;
export type ObservedRanks = ReadonlyMap<string, RankReading>;

/** A player's place in a window, by the id of the board. */
export const placeName = (workspace: string, board: string, window: string, playerId: string): string =>
  joinId(workspace, board, window, playerId);

/** Where the players of awaited events stand, as readers would see it now. */
@Injectable()
export class ObserveRanks {
  constructor(
    @Inject(RANK_READINGS) private readonly readings: RankReadings,
    @Inject(GuardedRanks) private readonly guard: Pick<GuardedRanks, 'failingForMs'>,
    @Inject(ProgramCache) private readonly programs: Pick<ProgramCache, 'get'>,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** The places that the events change; each once, though several events of a player may change it. */
  async placesOf(events: readonly AwaitedEvent[]): Promise<WantedRanks> {
    const wanted = new Map<string, RankWanted>();
    for (const event of events) {
      const { workspace, playerId, release } = event.own;
      for (const { board, window } of standingsOf(event)) {
        const program = await this.programs.get(workspace, release);
        const definition = program?.boards.get(board)?.definition;
        if (!definition) continue;
        wanted.set(placeName(workspace, board, window, playerId), { workspace, board: definition, window, playerId });
      }
    }
    return wanted;
  }

  /** Boards for servers (`boardKey`) that events changed which a player sent: who waits for these is told nothing of them. */
  async keptFrom(events: readonly AwaitedEvent[]): Promise<ReadonlySet<string>> {
    const kept = new Set<string>();
    for (const { own, told } of events) {
      if (!own.client) continue;
      const { workspace } = own;
      const program = await this.programs.get(workspace, own.release);
      for (const effect of told.effects) {
        if (!('board' in effect)) continue;
        const { board } = effect;
        if (program?.boards.get(board)?.definition.serverOnly) kept.add(boardKey({ workspace, board }));
      }
    }
    return kept;
  }

  /** Never rejects: what can't be read, and boards that lack a change of this partition, are `warming`. */
  async observe(state: PartitionState, wanted: WantedRanks): Promise<ObservedRanks> {
    const names = [...wanted.keys()];
    const readings = await this.tryRead(state.partition, [...wanted.values()]);
    return new Map(names.map((name, index) => [name, this.judge(state, wanted.get(name), readings[index])]));
  }

  private judge(
    { behind }: PartitionState,
    want: RankWanted | undefined,
    reading: RankReading | undefined,
  ): RankReading {
    if (!want || reading === undefined) return 'warming';
    return behind.has(boardKey({ workspace: want.workspace, board: boardId(want.board) })) ? 'warming' : reading;
  }

  private async tryRead(partition: number, wanted: readonly RankWanted[]): Promise<readonly RankReading[]> {
    if (wanted.length === 0 || this.guard.failingForMs() > 0) return [];
    try {
      return await this.readings.ranksOf(wanted);
    } catch (error) {
      this.log.warn({ partition, reason: String(error) }, 'replies.ranks_not_read');
      return [];
    }
  }
}
