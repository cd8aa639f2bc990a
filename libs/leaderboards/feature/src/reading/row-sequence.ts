import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { percentileIndex, type RankQuestion, type RankSpan, topCount } from './rank-question.js';
import type { PageStart, RankRead, RankedRow, SortKey } from './rank-store.js';

/** Rows in rank order that can be asked for by number. */
export interface RowSequence {
  readonly total: number;
  rows(first: number, limit: number): Promise<readonly RankedRow[]>;
  /** How many rows stand before a player's; undefined for who is not there. */
  place(playerId: string): Promise<number | undefined>;
}

type Answer = Omit<RankRead, 'projected' | 'parts'>;

/** Answers what can be asked of ranks from rows that stand in order already. */
export class SequenceReader {
  constructor(
    private readonly board: Pick<BoardDefinition, 'order'>,
    private readonly sequence: RowSequence,
  ) {}

  async answer(question: RankQuestion): Promise<Answer> {
    const { total } = this.sequence;
    switch (question.kind) {
      case 'page':
        return this.within(0, total, question.start, question.limit);
      case 'around':
        return this.around(await this.sequence.place(question.playerId), question.limit);
      case 'around_score':
        return this.around(await this.firstNotBetter(question.score), question.limit);
      case 'span':
        return this.span(question.span, question.start, question.limit);
      case 'players':
        return this.scattered(await this.placesOf(question.playerIds));
      case 'percentiles':
        return this.scattered(total === 0 ? [] : question.percents.map((each) => percentileIndex(total, each)));
      case 'standing':
        return this.standing(question.playerId);
    }
  }

  private async slice(first: number, limit: number): Promise<Answer> {
    const rows = limit > 0 ? await this.sequence.rows(first, limit) : [];
    const [top, bottom] = [rows[0], rows.at(-1)];
    return {
      total: this.sequence.total,
      offset: first,
      rows,
      ...(top && bottom ? { edges: { first: keyOf(first, top), last: keyOf(first + rows.length - 1, bottom) } } : {}),
    };
  }

  private async around(index: number | undefined, limit: number): Promise<Answer> {
    if (index === undefined) return this.slice(0, 0);
    const lastStart = Math.max(0, this.sequence.total - limit);
    return this.slice(Math.min(Math.max(0, index - Math.floor(limit / 2)), lastStart), limit);
  }

  /** A page of the rows from `from` to before `to`. */
  private async within(from: number, to: number, start: PageStart, limit: number): Promise<Answer> {
    if (start.kind === 'first') return this.slice(from, Math.min(limit, to - from));
    if (start.kind === 'at') {
      const first = Math.min(to, from + start.offset);
      return this.slice(first, Math.min(limit, to - first));
    }
    const at = await this.indexOf(start.key);
    if (start.kind === 'after') {
      const first = Math.min(to, Math.max(from, at.isThere ? at.index + 1 : at.index));
      return this.slice(first, Math.min(limit, to - first));
    }
    const stop = Math.min(to, at.index);
    const first = Math.max(from, stop - limit);
    return this.slice(first, stop - first);
  }

  /** Where a row stands, or where it stood when its key was given. */
  private async indexOf({ score, member }: SortKey): Promise<{ readonly index: number; readonly isThere: boolean }> {
    if (score === '-inf') return { index: 0, isThere: false };
    if (score === '+inf') return { index: this.sequence.total, isThere: false };
    const place = await this.sequence.place(member);
    return place === undefined ? { index: Number(score), isThere: false } : { index: place, isThere: true };
  }

  private async span(span: RankSpan, start: PageStart, limit: number): Promise<Answer> {
    const [from, to] = await this.bounds(span);
    const count = Math.max(0, to - from);
    return { ...(await this.within(from, from + count, start, limit)), span: { offset: from, count } };
  }

  private async bounds(span: RankSpan): Promise<readonly [from: number, to: number]> {
    switch (span.kind) {
      case 'ranks':
        return [await this.firstOf(({ rank }) => rank >= span.from), await this.firstOf(({ rank }) => rank > span.to)];
      case 'scores': {
        const [best, worst] = this.board.order === 'desc' ? [span.max, span.min] : [span.min, span.max];
        return [await this.firstNotBetter(best), await this.firstOf(({ score }) => this.isBetter(worst, score))];
      }
      case 'top': {
        const count = topCount(this.sequence.total, span.percent);
        const [last] = count > 0 ? await this.sequence.rows(count - 1, 1) : [];
        return [0, last ? await this.firstOf(({ rank }) => rank > last.rank) : 0];
      }
    }
  }

  private async standing(playerId: string): Promise<Answer> {
    const place = await this.sequence.place(playerId);
    if (place === undefined) return this.slice(0, 0);
    const answer = await this.slice(place, 1);
    const [row] = answer.rows;
    return row ? { ...answer, better: await this.betterThan(row, place) } : answer;
  }

  /** How many rows are strictly better. Most often the rank says it: only dense ranks are looked for. */
  private async betterThan({ rank }: RankedRow, place: number): Promise<number> {
    if (place === rank - 1) return place;
    const [first] = await this.sequence.rows(rank - 1, 1);
    return first?.rank === rank ? rank - 1 : this.firstOf((row) => row.rank >= rank);
  }

  private async placesOf(playerIds: readonly string[]): Promise<number[]> {
    const places = await Promise.all([...new Set(playerIds)].map((playerId) => this.sequence.place(playerId)));
    return places.flatMap((place) => place ?? []).sort((left, right) => left - right);
  }

  private async scattered(places: readonly number[]): Promise<Answer> {
    const rows = await Promise.all(places.map((place) => this.sequence.rows(place, 1)));
    return { total: this.sequence.total, offset: places[0] ?? 0, rows: rows.flat() };
  }

  private firstNotBetter(score: number): Promise<number> {
    return this.firstOf((row) => !this.isBetter(row.score, score));
  }

  private isBetter(left: number, right: number): boolean {
    return this.board.order === 'desc' ? left > right : left < right;
  }

  /** Index of the first row of which this holds, as it does of all behind it. */
  private async firstOf(holds: (row: RankedRow) => boolean): Promise<number> {
    let [low, high] = [0, this.sequence.total];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [row] = await this.sequence.rows(middle, 1);
      if (!row || holds(row)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Rows do not move here: a place says where a row was that has been taken away since. */
const keyOf = (index: number, { playerId }: RankedRow): SortKey => ({ score: String(index), member: playerId });
