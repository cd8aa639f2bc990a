import { seasonOf } from './game-program.js';
import { type Heat, dayOf, heatsOf } from './heats.js';
import type { GameEvent } from './game-events.js';

export interface ExpectedRow {
  readonly score: number;
  readonly columns: readonly number[];
  readonly reachedAt: number;
}

/** What a player must have after some events, in whatever order they came. */
export interface ExpectedPlayer {
  readonly stats: Readonly<Record<string, number>>;
  readonly balances: Readonly<Record<string, number>>;
  /** board, then window */
  readonly boards: Readonly<Record<string, Readonly<Record<string, ExpectedRow>>>>;
}

/** An event with the time at which it was decided, ms: whoever comes later than a window closes is not in it. */
export interface DecidedEvent extends GameEvent {
  readonly decidedAt: number;
}

/** When a game began and its program was published, ms. */
export interface GameTimes {
  readonly begin: number;
  readonly publishedAt: number;
}

interface Match {
  readonly decidedAt: number;
  readonly eventId: string;
  readonly at: number;
  readonly mode: unknown;
  readonly points: number;
  readonly kills: number;
  readonly rating: number;
  readonly seconds: number;
}

/** Worked out from the game's program by hand, sharing no code with what is tested. */
export function expectedPlayer(events: readonly DecidedEvent[], { begin, publishedAt }: GameTimes): ExpectedPlayer {
  const matches = events.filter(({ type }) => type === 'match').map(toMatch);
  const gems = sum(events.map(({ properties }) => Number(properties['gems'] ?? 0)));
  const season = seasonOf(begin);
  const inSeason = matches.filter(({ at }) => at >= season.start && at < season.end);
  const heats = Object.entries(heatRows(matches, heatsOf(begin), publishedAt));
  const rated = last(matches.filter(({ mode }) => mode === 'ranked'));
  const coins = sum(matches.map(({ points }) => points));
  return {
    balances: { ...(coins > 0 ? { coins } : {}), ...(gems > 0 ? { gems } : {}) },
    stats: {
      ...(matches.length > 0
        ? {
            points: coins,
            kills: sum(matches.map(({ kills }) => kills)),
            matches: matches.length,
            seconds: Math.min(...matches.map(({ seconds }) => seconds)),
          }
        : {}),
      ...(rated ? { rating: rated.rating } : {}),
    },
    boards: {
      ...(matches.length > 0
        ? {
            points: {
              all: pointsRow(matches),
              ...(inSeason.length > 0 ? { season: pointsRow(inSeason) } : {}),
            },
            kills: { all: killsRow(matches) },
            fastest: { all: fastestRow(matches) },
            ...(heats.length > 0 ? { heats: Object.fromEntries(heats) } : {}),
          }
        : {}),
      ...(rated ? { rating: { all: { score: rated.rating, columns: [], reachedAt: rated.at } } } : {}),
    },
  };
}

const toMatch = ({ eventId, occurredAt, properties, decidedAt }: DecidedEvent): Match => ({
  decidedAt,
  eventId,
  at: Date.parse(occurredAt),
  mode: properties['mode'],
  points: Number(properties['points']),
  kills: Number(properties['kills']),
  rating: Number(properties['rating']),
  seconds: Number(properties['seconds']),
});

/** Players with what their events bring. */
export function expectedPlayers(events: readonly DecidedEvent[], times: GameTimes): Map<string, ExpectedPlayer> {
  const byPlayer = new Map<string, DecidedEvent[]>();
  for (const event of events) {
    const own = byPlayer.get(event.playerId);
    if (own) own.push(event);
    else byPlayer.set(event.playerId, [event]);
  }
  return new Map(Array.from(byPlayer, ([playerId, own]) => [playerId, expectedPlayer(own, times)]));
}

/** A season that was over when it was published never closes. */
export const closes = ({ end }: Heat, publishedAt: number): boolean => end > publishedAt;

/** By key: the matches that happened in a window and were decided before it closed. */
function heatRows(matches: readonly Match[], heats: readonly Heat[], publishedAt: number): Record<string, ExpectedRow> {
  const seasons = heats.map((heat) => (closes(heat, publishedAt) ? heat : { ...heat, closesAt: Infinity }));
  const days = new Map(matches.map(({ at }) => [dayOf(at).key, dayOf(at)]));
  return Object.fromEntries(
    [...seasons, ...days.values()].flatMap(({ key, start, end, closesAt }) => {
      const own = matches.filter(({ at, decidedAt }) => at >= start && at < end && decidedAt < closesAt);
      return own.length > 0 ? [[key, { ...pointsRow(own), columns: [] }]] : [];
    }),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const latest = (matches: readonly Match[]): number => Math.max(...matches.map(({ at }) => at));
const earliest = (matches: readonly Match[]): number => Math.min(...matches.map(({ at }) => at));

/** The last to happen; of those at one time, the one with the highest id. */
const last = (matches: readonly Match[]): Match | undefined =>
  [...matches].sort((left, right) => left.at - right.at || (left.eventId < right.eventId ? -1 : 1)).at(-1);

/** Each match brings at least one point, so the latest is when the sum stood first. */
const pointsRow = (matches: readonly Match[]): ExpectedRow => ({
  score: sum(matches.map(({ points }) => points)),
  columns: [sum(matches.map(({ kills }) => kills))],
  reachedAt: latest(matches),
});

/** A match without a kill adds nothing: it counts for the time only where no match had one. */
function killsRow(matches: readonly Match[]): ExpectedRow {
  const scoring = matches.filter(({ kills }) => kills > 0);
  return {
    score: sum(matches.map(({ kills }) => kills)),
    columns: [],
    reachedAt: scoring.length > 0 ? latest(scoring) : earliest(matches),
  };
}

function fastestRow(matches: readonly Match[]): ExpectedRow {
  const score = Math.min(...matches.map(({ seconds }) => seconds));
  return { score, columns: [], reachedAt: earliest(matches.filter(({ seconds }) => seconds === score)) };
}
