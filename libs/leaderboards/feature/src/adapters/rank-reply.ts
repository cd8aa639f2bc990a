import { columnsWidth, decodeRow, fromRedisScore, memberOfRow } from '@laurel/leaderboards-domain';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { parseProjected } from '../rank-freshness/positions.js';
import type { RankRead, RankedRow } from '../reading/rank-store.js';

/** What the scripts of `rank-scripts.lua.ts` answer, checked for its form only. */
export interface RankReply {
  /** `[field, value, …]` of the positions hash. */
  readonly positions: readonly string[];
  readonly total: number;
  readonly first: number;
  /** Rows strictly better than the first row given. */
  readonly better: number;
  /** `[member, score, …]` */
  readonly slice: readonly string[];
  /** Row codes of the slice where ties are shared; else empty, since members are the codes. */
  readonly codes: readonly string[];
}

/** @throws when the reply is not of this form */
export function parseRankReply(reply: unknown): RankReply {
  if (!Array.isArray(reply)) throw new Error('a rank script answered no list');
  const [positions, total, first, better, slice, codes] = reply as readonly unknown[];
  return {
    positions: texts(positions),
    total: Number(total),
    first: Number(first),
    better: Number(better),
    slice: texts(slice),
    codes: texts(codes),
  };
}

function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new Error('a rank script answered something else than texts');
  }
  return value;
}

/** Turns a reply into rows with their ranks. */
export function toRankRead(board: BoardDefinition, reply: RankReply): RankRead {
  const { total, first, slice } = reply;
  const rows = rowsOf(board, reply);
  const [member, score, lastMember, lastScore] = [slice[0], slice[1], slice.at(-2), slice.at(-1)];
  return {
    projected: parseProjected(reply.positions),
    total,
    offset: first,
    rows,
    ...(member !== undefined && score !== undefined && lastMember !== undefined && lastScore !== undefined
      ? { edges: { first: { score, member }, last: { score: lastScore, member: lastMember } } }
      : {}),
  };
}

function rowsOf(board: BoardDefinition, { first, better, slice, codes }: RankReply): RankedRow[] {
  const shared = board.ties.then === 'shared';
  const width = columnsWidth(board);
  const rows: RankedRow[] = [];
  let rank = better + 1;
  for (let at = 0; at < slice.length; at += 2) {
    const [member = '', score = ''] = [slice[at], slice[at + 1]];
    const index = at / 2;
    const equalsPrevious =
      shared && index > 0 && slice[at - 1] === score && slice[at - 2]?.slice(0, width) === member.slice(0, width);
    if (index > 0 && !equalsPrevious) rank = first + index + 1;
    const code = shared ? (codes[index] ?? '') : member;
    if (shared && memberOfRow(board, code) !== member) throw new Error(`a row code and its member disagree: ${member}`);
    rows.push({ rank, score: fromRedisScore(board, Number(score)), ...decodeRow(board, code) });
  }
  return rows;
}
