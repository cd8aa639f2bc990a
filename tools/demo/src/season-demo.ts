import type { Page, StandingRow } from '@laurel/contracts';
import { type FinalTable, type TableRow, readFinalTable, tableDifferences, toTableRow } from './final-table.ts';
import { type LaurelClient, createLaurelClient } from './laurel-client.ts';
import { type LiveFeed, openLiveFeed } from './live-feed.ts';
import { pause } from './pause.ts';
import { awaitProcessed, countPlayed } from './played-matches.ts';
import { DEMO_BOARD, DEMO_WINDOW, demoProgram } from './program.ts';
import { publishProgram } from './publish-program.ts';
import { type Output, createScreen } from './screen.ts';
import { SeasonShow } from './season-show.ts';
import { type Season, readSeason } from './season.ts';
import { streamSeason } from './stream-season.ts';

export interface SeasonDemoOptions {
  /** Base URLs of the gateways, without a trailing slash. */
  readonly ingestionUrl: string;
  readonly adminUrl: string;
  readonly queryUrl: string;
  readonly secretKey: string;
  /** Speed of the stream; more than 0. */
  readonly matchesPerSecond: number;
  readonly out: Output;
  /**
   * How long the final table may take to become the published one before it is shown as it is; 15 s unless told. Ranks are
   * projected moments after an event is processed.
   */
  readonly settleMs?: number;
  /** Ends the demo early; what was sent stays sent. */
  readonly signal?: AbortSignal;
}

export interface SeasonDemoResult {
  /** False when the signal ended the demo before the final table. */
  readonly finished: boolean;
  /** Where the final table (REST) differs from the one the league published; empty when it is the same in all rows and columns. */
  readonly differences: readonly string[];
  /** Where the table that the live feed ended on differs from REST. */
  readonly liveDifferences: readonly string[];
}

const SETTLE_MS = 15_000;
const POLL_MS = 100;

/**
 * Plays the Premier League 2014/15 through Laurel: publishes the demo's program if the workspace runs another, streams the
 * season's matches and shows the table that the live feed tells of, then compares the final one with what was published.
 * Sending is repeated across failures until it succeeds, and running the demo again changes nothing. Rejects when a service
 * refuses what it is sent.
 */
export async function runSeasonDemo(options: SeasonDemoOptions): Promise<SeasonDemoResult> {
  const { matchesPerSecond, signal = new AbortController().signal } = options;
  if (!(matchesPerSecond > 0)) throw new RangeError(`matchesPerSecond must be more than 0, not ${matchesPerSecond}`);
  const published = await readFinalTable('premier-league-2014-15');
  const season = await readSeason(published);
  const screen = createScreen(options.out);
  const show = new SeasonShow(season, screen);
  const client = createLaurelClient({ secretKey: options.secretKey, signal, onTrouble: (why) => show.setTrouble(why) });
  try {
    const { release, published: isNew } = await publishProgram(client, options.adminUrl, demoProgram, signal);
    screen.say(
      isNew ? `Published the demo's rules as release ${release}.` : `The demo's rules are release ${release}.`,
    );
    return await playSeason({ ...options, signal, client, season, published, show });
  } catch (error) {
    if (!signal.aborted) throw error;
    return { finished: false, differences: [], liveDifferences: [] };
  } finally {
    screen.close();
  }
}

interface Play extends SeasonDemoOptions {
  readonly signal: AbortSignal;
  readonly client: LaurelClient;
  readonly season: Season;
  readonly published: FinalTable;
  readonly show: SeasonShow;
}

async function playSeason(play: Play): Promise<SeasonDemoResult> {
  const { client, queryUrl, season, show, signal } = play;
  const feed = openLiveFeed({
    queryUrl,
    token: play.secretKey,
    board: DEMO_BOARD,
    window: DEMO_WINDOW,
    limit: season.clubs.length,
    signal,
    onChange: () => show.update(),
  });
  try {
    show.watch(feed);
    await feed.opened();
    await streamSeason({
      ...play,
      alreadyPlayed: await countPlayed(client, queryUrl, season),
      onBatch: (batch) => show.play(batch),
      onAccepted: (accepted) => show.setPlayed(accepted),
    });
    await awaitProcessed(client, queryUrl, season, signal);
    const { board, ...differences } = await settle(play, feed);
    show.finish(board, differences);
    return { finished: true, ...differences };
  } finally {
    await feed.close();
  }
}

interface Settled extends Omit<SeasonDemoResult, 'finished'> {
  readonly board: readonly TableRow[];
}

/** Reads the board until it and the live feed show the published table; after `settleMs` takes them as they are. */
async function settle(
  { client, queryUrl, published, signal, settleMs = SETTLE_MS }: Play,
  feed: LiveFeed,
): Promise<Settled> {
  const deadline = Date.now() + settleMs;
  for (;;) {
    const board = await readBoard(client, queryUrl);
    const differences = tableDifferences(board, published.rows);
    const liveDifferences = tableDifferences(feed.rows().map(toTableRow), board.slice(0, published.rows.length));
    const settled = differences.length + liveDifferences.length === 0;
    if (settled || Date.now() >= deadline) return { board, differences, liveDifferences };
    await pause(POLL_MS, signal);
  }
}

async function readBoard(client: LaurelClient, queryUrl: string): Promise<readonly TableRow[]> {
  const page = await client.get(`${queryUrl}/v1/leaderboards/${DEMO_BOARD}?window=${DEMO_WINDOW}&limit=100`);
  return page === undefined ? [] : (page as Page<StandingRow>).entries.map(toTableRow);
}
