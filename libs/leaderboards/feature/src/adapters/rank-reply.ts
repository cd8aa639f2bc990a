import { SEPARATOR } from '@laurel/contracts';
import type { Numbering, RankForm } from '@laurel/leaderboards-domain';
import { parseProjected } from '../rank-freshness/positions.js';
import type { PartStanding, RankRead, RankedRow } from '../reading/rank-store.js';

/** What a script answers of rows that lie together, checked for its form only. */
export interface SliceReply {
  /** `[field, value, …]` of the positions hash. */
  readonly positions: readonly string[];
  readonly total: number;
  readonly first: number;
  /** Rank of the first row given, less one. */
  readonly before: number;
  /** `[member, score, …]` */
  readonly slice: readonly string[];
  /** Of a span: where it begins and what comes behind it. */
  readonly from: number;
  readonly to: number;
}

/** What a script answers of rows that do not. */
export interface ScatteredReply {
  readonly positions: readonly string[];
  readonly total: number;
  /** `[member, score, rank less one, index, …]` */
  readonly found: readonly string[];
  /** Of a standing: rows that are strictly better. */
  readonly better: number;
  /** Of a standing: `[part, rank less one, total, …]` */
  readonly parts: readonly string[];
}

/** @throws when the reply is not of this form */
export function parseSlice(reply: unknown): SliceReply {
  const [positions, total, first, before, slice, from, to] = listOf(reply);
  return {
    positions: texts(positions),
    total: Number(total),
    first: Number(first),
    before: Number(before),
    slice: texts(slice),
    from: Number(from ?? 0),
    to: Number(to ?? 0),
  };
}

/** @throws when the reply is not of this form */
export function parseScattered(reply: unknown): ScatteredReply {
  const [positions, total, found, better, parts] = listOf(reply);
  return {
    positions: texts(positions),
    total: Number(total),
    found: texts(found),
    better: Number(better ?? 0),
    parts: texts(parts ?? ''),
  };
}

function listOf(reply: unknown): readonly unknown[] {
  if (!Array.isArray(reply)) throw new Error('a rank script answered no list');
  return reply as readonly unknown[];
}

/** A packed list: none of its texts is empty. */
function texts(value: unknown): readonly string[] {
  if (typeof value !== 'string') throw new Error('a rank script answered something else than texts');
  return value === '' ? [] : value.split(SEPARATOR);
}

/** Turns a slice into rows with their ranks. */
export function readSlice(form: RankForm, numbering: Numbering, reply: SliceReply): RankRead {
  const { total, first, slice } = reply;
  const rows = rowsOf(form, numbering, reply);
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

function rowsOf(form: RankForm, numbering: Numbering, { first, before, slice }: SliceReply): RankedRow[] {
  const width = form.prefixWidth;
  const isShared = numbering !== 'ordinal';
  const rows: RankedRow[] = [];
  let rank = before + 1;
  for (let at = 0; at < slice.length; at += 2) {
    const [member = '', score = ''] = [slice[at], slice[at + 1]];
    const index = at / 2;
    const equalsPrevious =
      isShared && index > 0 && slice[at - 1] === score && slice[at - 2]?.slice(0, width) === member.slice(0, width);
    if (index > 0 && !equalsPrevious) rank = numbering === 'dense' ? rank + 1 : first + index + 1;
    rows.push({ rank, ...form.read(Number(score), member) });
  }
  return rows;
}

/** Turns scattered rows into such with their ranks, in the order in which the script found them. */
export function readScattered(form: RankForm, { positions, total, found }: ScatteredReply): RankRead {
  const rows: RankedRow[] = [];
  for (let at = 0; at < found.length; at += 4) {
    const [member = '', score = '', before = ''] = [found[at], found[at + 1], found[at + 2]];
    rows.push({ rank: Number(before) + 1, ...form.read(Number(score), member) });
  }
  return { projected: parseProjected(positions), total, offset: Number(found[3] ?? 0), rows };
}

/** The same in rank order. */
export function readOrdered(form: RankForm, reply: ScatteredReply): RankRead {
  const chunks: (readonly string[])[] = [];
  for (let at = 0; at < reply.found.length; at += 4) chunks.push(reply.found.slice(at, at + 4));
  const ordered = chunks.sort((left, right) => Number(left[3]) - Number(right[3]));
  return readScattered(form, { ...reply, found: ordered.flat() });
}

/** A player's places in parts. */
export function readParts({ parts }: ScatteredReply): PartStanding[] {
  const standings: PartStanding[] = [];
  for (let at = 0; at < parts.length; at += 3) {
    const [part = '', before, total] = [parts[at], parts[at + 1], parts[at + 2]];
    standings.push({ part, rank: Number(before) + 1, total: Number(total) });
  }
  return standings;
}
