import { clubId } from './club-id.ts';
import type { Club, Match, SeasonRef } from './season.ts';

/** A `match_played` event as `POST /v1/events` takes it. */
export interface MatchEvent {
  readonly eventId: string;
  readonly type: 'match_played';
  readonly playerId: string;
  readonly occurredAt: string;
  readonly properties: {
    readonly goalsFor: number;
    readonly goalsAgainst: number;
    readonly home: boolean;
    readonly opponent: string;
    readonly matchday: number;
    readonly season: string;
  };
}

/** The package has dates only. Every match is set at the traditional kick-off; a club plays once a day, so no order is lost. */
const KICK_OFF = 'T15:00:00Z';

const FINAL_WHISTLE = 'T17:00:00Z';

/** When a match is over, ms. */
export const endOfMatch = ({ date }: Match): number => Date.parse(`${date}${FINAL_WHISTLE}`);

/**
 * The two events of a match, the home club's first. Their ids derive from league, season, matchday and clubs, so sending them
 * again changes nothing.
 */
export const matchEvents = (season: SeasonRef, match: Match): readonly [home: MatchEvent, away: MatchEvent] => [
  matchEvent(season, match, 'home'),
  matchEvent(season, match, 'away'),
];

/** The events of all matches, in the order of the matches. */
export const seasonEvents = (season: SeasonRef & { readonly matches: readonly Match[] }): readonly MatchEvent[] =>
  season.matches.flatMap((match) => matchEvents(season, match));

function matchEvent({ league, season }: SeasonRef, match: Match, side: 'home' | 'away'): MatchEvent {
  const [club, opponent]: readonly [Club, Club] = side === 'home' ? [match.home, match.away] : [match.away, match.home];
  const [goalsFor, goalsAgainst] =
    side === 'home' ? [match.homeGoals, match.awayGoals] : [match.awayGoals, match.homeGoals];
  const matchday = String(match.matchday).padStart(2, '0');
  return {
    eventId: `${clubId(league)}-${season}-md${matchday}-${match.home.id}-v-${match.away.id}-${side}`,
    type: 'match_played',
    playerId: club.id,
    occurredAt: `${match.date}${KICK_OFF}`,
    properties: {
      goalsFor,
      goalsAgainst,
      home: side === 'home',
      opponent: opponent.id,
      matchday: match.matchday,
      season,
    },
  };
}
