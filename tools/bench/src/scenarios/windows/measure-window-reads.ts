import type { Bench } from '../../bench.ts';
import { whole } from '../../report/format.ts';
import { type MostReads, measureRead, usualReads } from '../measure-reads.ts';
import { WEEK, boards } from './window-programs.ts';

const SEGMENT_PAGE = 50;

/** The usual reads of a board by week and country, each beside the same of the board that has neither. */
export async function measureWindowReads(bench: Bench): Promise<void> {
  const players = bench.playersOnBoards;
  const query = `window=${WEEK}&`;
  const plain = await usualReads(bench, { board: boards.plain, query: '', players });
  const weekly = await usualReads(bench, { board: boards.weekly, query, players });
  for (const [index, { work, paths }] of plain.entries()) {
    const without = await measureRead(bench, `${work}, all time`, sizeOf(players), paths);
    const same = weekly[index]?.paths ?? [];
    const having = await measureRead(bench, `${work}, week and split`, sizeOf(players), same);
    compare(bench, work, without, having);
  }
  const segment = `/v1/leaderboards/${boards.weekly}?${query}segment=country:c01&limit=${SEGMENT_PAGE}`;
  await measureRead(bench, `shared page of a country, top ${SEGMENT_PAGE}`, sizeOf(players), [segment]);
}

const sizeOf = (players: number): string => `board of ${whole(players)}`;

function compare(bench: Bench, work: string, without: MostReads, having: MostReads): void {
  const rate = (having.perSecond / without.perSecond).toFixed(2);
  const cost = (having.usPerRead / without.usPerRead).toFixed(2);
  const text = `${work} with a week and a split beside the same without: ${rate} of the rate, ${cost} of the processor time a read`;
  bench.say(`  ${text}`);
  bench.results.notes.push(`${text}.`);
}
