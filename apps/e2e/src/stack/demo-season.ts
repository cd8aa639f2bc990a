import {
  type Season,
  type TableRow,
  demoProgram,
  readFinalTable,
  readSeason,
  seasonEvents,
  toTableRow,
} from '@laurel/demo';
import { until } from '@laurel/testing';
import type { Api } from './api.js';

const BATCH = 500;

/** Publishes the demo's program and plays its season, to the last match, as `npm start` does. */
export async function playDemoSeason(api: Api): Promise<Season> {
  const table = await readFinalTable('premier-league-2014-15');
  const season = await readSeason(table);
  const published = await api.publish(demoProgram, "the demo's rules");
  if (published.status !== 201) throw new Error(`the demo's program is refused: ${JSON.stringify(published.body)}`);
  const events = seasonEvents(season);
  for (let at = 0; at < events.length; at += BATCH) await api.sendBatch(events.slice(at, at + BATCH));
  const expected = JSON.stringify(table.rows.map(columnsOf));
  await until(
    'the published table stands',
    async () => JSON.stringify((await leagueTable(api)).map(columnsOf)) === expected,
    60_000,
  );
  return season;
}

/** The league table as Laurel serves it. */
export async function leagueTable(api: Api, window = 'all'): Promise<TableRow[]> {
  const { body } = await api.query(`/v1/leaderboards/premier-league?window=${window}&limit=100`);
  return ((body['entries'] ?? []) as Parameters<typeof toTableRow>[0][]).map(toTableRow);
}

const columnsOf = ({ rank, playerId, points, goalDifference, goalsFor }: TableRow) => [
  rank,
  playerId,
  points,
  goalDifference,
  goalsFor,
];
