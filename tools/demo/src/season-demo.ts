import type { Page, StandingRow } from '@laurel/contracts';
import { type FinalTable, type TableRow, readFinalTable, tableDifferences, toTableRow } from './final-table.ts';
import { type LaurelClient, createLaurelClient } from './laurel-client.ts';
import { type LiveFeed, openLiveFeed } from './live-feed.ts';
import { pause } from './pause.ts';
import { awaitProcessed, countPlayed } from './played-matches.ts';
import { DEMO_BOARD, DEMO_ENDS, DEMO_STARTS, DEMO_WINDOW, demoProgram } from './program.ts';
import { publishProgram } from './publish-program.ts';
import { type Output, createScreen } from './screen.ts';
import { type SeasonClock, openSeasonClock } from './season-clock.ts';
import { SeasonShow } from './season-show.ts';
import { type Season, readSeason } from './season.ts';
import { streamSeason } from './stream-season.ts';
import { type WeeksReview, reviewWeeks } from './weeks.ts';

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
   * How long the final table may take to become the published one, and then the weeks to be closed and paid, before they are
   * shown as they are; 15 s each unless told. Ranks are projected moments after an event is processed.
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
  /** What the weeks came to; undefined when the demo was ended before, and where the workspace goes by the time of the world. */
  readonly weeks: WeeksReview | undefined;
}

const SETTLE_MS = 15_000;
const POLL_MS = 100;

/**
 * Plays the Premier League 2014/15 through Laurel: sets the workspace's clock to its beginning, publishes the demo's program if
 * the workspace runs another, streams the season's matches, the clock going with them, and shows the table that the live feed
 * tells of; then compares the final one with what was published, and tells what the weeks came to.
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
    // Before the program: a season that is over when it is published is one of history, and closes nothing.
    const clock = await openSeasonClock(client, options.adminUrl, DEMO_STARTS, signal);
    const { release, published: isNew } = await publishProgram(client, options.adminUrl, demoProgram, signal);
    screen.say(
      isNew ? `Published the demo's rules as release ${release}.` : `The demo's rules are release ${release}.`,
    );
    return await playSeason({ ...options, signal, client, clock, season, published, show });
  } catch (error) {
    if (!signal.aborted) throw error;
    return { finished: false, differences: [], liveDifferences: [], weeks: undefined };
  } finally {
    screen.close();
  }
}

interface Play extends SeasonDemoOptions {
  readonly signal: AbortSignal;
  readonly client: LaurelClient;
  readonly clock: SeasonClock;
  readonly season: Season;
  readonly published: FinalTable;
  readonly show: SeasonShow;
}

async function playSeason(play: Play): Promise<SeasonDemoResult> {
  const { client, clock, queryUrl, season, show, signal } = play;
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
      goTo: clock.goTo,
      onBatch: (batch) => show.play(batch),
      onAccepted: (accepted) => show.setPlayed(accepted),
    });
    await awaitProcessed(client, queryUrl, season, signal);
    const { board, ...differences } = await settle(play, feed);
    show.finish(board, differences);
    const weeks = await endLastWeek(play);
    show.tellWeeks(weeks);
    return { finished: true, ...differences, weeks };
  } finally {
    await feed.close();
  }
}

interface Settled extends Omit<SeasonDemoResult, 'finished' | 'weeks'> {
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

/** Lets the last week end, and reads what the weeks came to until all is settled; after `settleMs` takes it as it is. */
async function endLastWeek(play: Play): Promise<WeeksReview | undefined> {
  const { client, clock, season, signal, settleMs = SETTLE_MS } = play;
  await clock.goTo(DEMO_ENDS);
  if (!clock.isOwn()) return undefined;
  const deadline = Date.now() + settleMs;
  for (;;) {
    const weeks = await reviewWeeks(client, play, season);
    if (weeks.isSettled || Date.now() >= deadline) return weeks;
    await pause(POLL_MS, signal);
  }
}

async function readBoard(client: LaurelClient, queryUrl: string): Promise<readonly TableRow[]> {
  const page = await client.get(`${queryUrl}/v1/leaderboards/${DEMO_BOARD}?window=${DEMO_WINDOW}&limit=100`);
  return page === undefined ? [] : (page as Page<StandingRow>).entries.map(toTableRow);
}
