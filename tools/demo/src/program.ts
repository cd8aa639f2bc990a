import document from '../program.json' with { type: 'json' };

/** What the demo publishes as a release: `program.json`, which the README shows too. */
export const demoProgram: Readonly<Record<string, unknown>> = document;

/** The board of the program that the demo watches, and the window in which its season lies. */
export const DEMO_BOARD = 'premier-league';
export const DEMO_WINDOW = '2014-15';

/** When the demo begins, before the first match, and where it leaves the clock: its last week is over, the season's window open. */
export const DEMO_STARTS = Date.parse('2014-08-16T12:00:00Z');
export const DEMO_ENDS = Date.parse('2015-05-26T12:00:00Z');

/** The board of points of the week, with the league of the clubs, and the schedule that pays its winners. */
export const WEEKLY_BOARD = 'form';
export const WEEKLY_PRIZES = 'weekly-prizes';
export const PRIZE_CURRENCY = 'prize_money';

/** Tiers of that league, the highest first. */
export const DIVISIONS: readonly string[] = document.leaderboards
  .flatMap(({ league }) => league?.tiers ?? [])
  .map(({ key }) => key)
  .toReversed();
