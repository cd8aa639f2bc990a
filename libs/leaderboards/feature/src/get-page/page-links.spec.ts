import type { PageStart, RankRead, RankedRow } from '../reading/rank-store.js';
import { linksOf } from './page-links.js';

const row = (rank: number): RankedRow => ({ rank, playerId: `p${rank}`, score: -rank, columns: [], reachedAt: 0 });
const key = (rank: number) => ({ score: String(rank), member: `p${rank}` });

function read(first: number, last: number, total: number): RankRead {
  const rows = Array.from({ length: last - first + 1 }, (_, index) => row(first + index));
  return {
    projected: { partitions: new Map(), asOf: null },
    total,
    offset: first - 1,
    rows,
    ...(rows.length > 0 ? { edges: { first: key(first), last: key(last) } } : {}),
  };
}

const FIRST: PageStart = { kind: 'first' };

describe('links of a page', () => {
  it.each([
    ['a whole board', read(1, 5, 5), null, null],
    ['the first page', read(1, 2, 5), null, { kind: 'after', key: key(2) }],
    ['a page between', read(3, 4, 5), { kind: 'before', key: key(3) }, { kind: 'after', key: key(4) }],
    ['the last page', read(5, 5, 5), { kind: 'before', key: key(5) }, null],
    ['an empty board', read(1, 0, 0), null, null],
  ])('of %s', (_what, page, prev, next) => {
    expect(linksOf(FIRST, page)).toEqual({ prev, next });
  });

  it('lead back from a page behind which nothing is left', () => {
    const links = linksOf({ kind: 'after', key: key(9) }, { ...read(1, 0, 5), offset: 5 });
    expect(links).toEqual({ next: null, prev: { kind: 'before', key: { score: '+inf', member: '' } } });
  });

  it('lead back from a place behind the last row', () => {
    const links = linksOf({ kind: 'at', offset: 9 }, { ...read(1, 0, 5), offset: 5 });
    expect(links).toEqual({ next: null, prev: { kind: 'before', key: { score: '+inf', member: '' } } });
  });

  it('lead on from a page before which nothing is left', () => {
    const links = linksOf({ kind: 'before', key: key(1) }, read(1, 0, 5));
    expect(links).toEqual({ next: { kind: 'after', key: { score: '-inf', member: '' } }, prev: null });
  });
});
