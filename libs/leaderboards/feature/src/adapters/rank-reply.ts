import { SEPARATOR } from '@laurel/contracts';
import type { RankForm } from '@laurel/leaderboards-domain';
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
}

/** @throws when the reply is not of this form */
export function parseRankReply(reply: unknown): RankReply {
  if (!Array.isArray(reply)) throw new Error('a rank script answered no list');
  const [positions, total, first, better, slice] = reply as readonly unknown[];
  return {
    positions: texts(positions),
    total: Number(total),
    first: Number(first),
    better: Number(better),
    slice: texts(slice),
  };
}

/** A packed list: none of its texts is empty. */
function texts(value: unknown): readonly string[] {
  if (typeof value !== 'string') throw new Error('a rank script answered something else than texts');
  return value === '' ? [] : value.split(SEPARATOR);
}

/**
 * Turns a reply into rows with their ranks.
 *
 * @param isShared whether equal rows have one rank
 */
export function toRankRead(form: RankForm, isShared: boolean, reply: RankReply): RankRead {
  const { total, first, slice } = reply;
  const rows = rowsOf(form, isShared, reply);
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

function rowsOf(form: RankForm, isShared: boolean, { first, better, slice }: RankReply): RankedRow[] {
  const width = form.prefixWidth;
  const rows: RankedRow[] = [];
  let rank = better + 1;
  for (let at = 0; at < slice.length; at += 2) {
    const [member = '', score = ''] = [slice[at], slice[at + 1]];
    const index = at / 2;
    const equalsPrevious =
      isShared && index > 0 && slice[at - 1] === score && slice[at - 2]?.slice(0, width) === member.slice(0, width);
    if (index > 0 && !equalsPrevious) rank = first + index + 1;
    rows.push({ rank, ...form.read(Number(score), member) });
  }
  return rows;
}
