import type { BoardWindowDocument, FrozenRow } from '@laurel/contracts';
import type { BoardTarget } from '../board-directory/board-target.js';
import type { FrozenWindows } from '../frozen/frozen-windows.js';
import type { RankQuestion } from './rank-question.js';
import type { PartStanding, RankRead, RankedRow } from './rank-store.js';
import { type RowSequence, SequenceReader } from './row-sequence.js';

/** Reads windows that have ended: the same questions, the same answers, from where they are kept for good. */
export class FrozenRanks {
  constructor(private readonly windows: FrozenWindows) {}

  async read(target: BoardTarget, window: BoardWindowDocument, question: RankQuestion): Promise<RankRead> {
    const reader = new SequenceReader(target.board, this.sequence(window, target.part ?? ''));
    const answer = await reader.answer(question);
    const projected = { partitions: new Map(), asOf: window.frozenAt ?? null };
    if (question.kind !== 'standing' || target.part !== undefined) return { projected, ...answer };
    return { projected, ...answer, parts: await this.partsOf(window, answer.rows[0]) };
  }

  private sequence(window: BoardWindowDocument, part: string): RowSequence {
    const total = (part === '' ? window.total : window.parts?.[part]) ?? 0;
    return {
      total,
      rows: async (first, limit) => (await this.windows.rows(window, part, first, limit)).map(toRow),
      place: (playerId) => this.windows.place(window, part, playerId),
    };
  }

  private async partsOf(window: BoardWindowDocument, row: RankedRow | undefined): Promise<PartStanding[]> {
    if (!row || !window.parts) return [];
    const place = await this.windows.place(window, '', row.playerId);
    const [kept] = place === undefined ? [] : await this.windows.rows(window, '', place, 1);
    const standings = (kept?.parts ?? []).map(async (part): Promise<PartStanding[]> => {
      const [standing] = await this.rowOf(window, part, row.playerId);
      return standing ? [{ part, rank: standing.rank, total: window.parts?.[part] ?? 0 }] : [];
    });
    return (await Promise.all(standings)).flat();
  }

  private async rowOf(window: BoardWindowDocument, part: string, playerId: string): Promise<readonly RankedRow[]> {
    const sequence = this.sequence(window, part);
    const place = await sequence.place(playerId);
    return place === undefined ? [] : sequence.rows(place, 1);
  }
}

const toRow = ({ playerId, rank, score, columns, reachedAt }: FrozenRow): RankedRow => ({
  ...{ playerId, rank, score, columns, reachedAt },
});
