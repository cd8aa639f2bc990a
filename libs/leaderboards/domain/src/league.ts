import type { SplitPlayer } from './splits.js';

/** How many of a group: so many rows, or so many of a hundred (rounded down). */
export type LeagueShare = { readonly count: number } | { readonly percent: number };

/** One level of a league. */
export interface LeagueTier {
  readonly key: string;
  /** Who goes up a tier when the window closes: the first of each group. None where absent. */
  readonly promote?: LeagueShare;
  /** Who goes down: the last of each group. None where absent. */
  readonly relegate?: LeagueShare;
}

/**
 * What players of one tier are kept apart by when groups are filled: the value of an attribute; the range between two `edges`
 * that it lies in, where there are some (ascending, each the least number of its range); or whether they are in a saved segment.
 */
export type LeagueBand =
  { readonly attribute: string; readonly edges?: readonly number[] } | { readonly segment: string };

/** What becomes of a player above the lowest tier who had no result in a window. */
export type LeagueIdle = 'stay' | 'relegate' | 'leave';

/**
 * Divides the players of each window into groups, filled as they arrive, that are ranked by themselves; at its close the best
 * go up a tier, and the last down. With one tier it is a cohort: groups without moves.
 */
export interface LeagueDefinition {
  /** Name of the recurring window of the board. */
  readonly window: string;
  /** Players of a group at most. */
  readonly groupSize: number;
  /** The lowest first, which is where everybody begins. */
  readonly tiers: readonly LeagueTier[];
  readonly band?: LeagueBand;
  /** `stay` where absent. */
  readonly idle?: LeagueIdle;
}

/** Where somebody plays in one window of a league. */
export interface Seat {
  readonly tier: string;
  /** Absent where the league has no bands, or the player is in none. */
  readonly band?: string;
  /** From 1 on, within tier and band. */
  readonly group: number;
}

/** What the part of a group begins with: no split of a board with a league is called so. */
export const LEAGUE_PART = 'league';
/** Least and most players of a group, and most tiers. */
export const LEAGUE_LIMITS = { leastGroup: 2, mostGroup: 1_000, mostTiers: 50, mostEdges: 50 } as const;

const PREFIX = `${LEAGUE_PART}:`;

/** The part of a board that the players of a group are: `league:<tier>:<group>`, or `league:<tier>:<band>:<group>`. */
export const seatPart = ({ tier, band, group }: Seat): string =>
  band === undefined ? `${PREFIX}${tier}:${group}` : `${PREFIX}${tier}:${band}:${group}`;

export const isSeatPart = (part: string): boolean => part.startsWith(PREFIX);

/** The seat that a part stands for; undefined for one that is no group of a league. */
export function seatOfPart(part: string): Seat | undefined {
  if (!isSeatPart(part)) return undefined;
  const [, tier = '', ...rest] = part.split(':');
  const group = Number(rest.at(-1));
  const band = rest.length > 1 ? rest[0] : undefined;
  return { tier, group, ...(band === undefined ? {} : { band }) };
}

/** The part that a reader names, where it is a group of the board's league: one that nobody is in is a part. */
export function findGroup({ league }: { readonly league?: LeagueDefinition }, part: string): string | undefined {
  const seat = league ? seatOfPart(part) : undefined;
  return seat && Number.isSafeInteger(seat.group) && seat.group > 0 ? seatPart(seat) : undefined;
}

/** The parts of a player with the group that the player sits in, sorted. */
export const partsWithSeat = (parts: readonly string[], seat: string): readonly string[] =>
  [...parts.filter((part) => !isSeatPart(part)), seat].sort();

/** The place of a tier from 0 on; of one that the league has not, or no longer, the lowest. */
export const tierIndex = ({ tiers }: LeagueDefinition, key: string | undefined): number =>
  Math.max(
    0,
    tiers.findIndex((tier) => tier.key === key),
  );

/** The key of the tier in which a player plays who is in `key`. */
export const tierKey = (league: LeagueDefinition, key: string | undefined): string =>
  league.tiers[tierIndex(league, key)]?.key ?? '';

/** What groups a player is put with; undefined where nothing keeps the player apart. */
export function bandOf({ band }: LeagueDefinition, player: SplitPlayer): string | undefined {
  if (!band) return undefined;
  if ('segment' in band) return player.isIn(band.segment) ? 'in' : 'out';
  const value = player.attribute(band.attribute);
  if (!band.edges) return value === undefined ? undefined : encoded(String(value));
  return typeof value === 'number' ? String(band.edges.filter((edge) => value >= edge).length) : undefined;
}

/** Half a character has no encoding. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** How many rows of a group go up and down. */
export interface LeagueZones {
  readonly promoted: number;
  readonly relegated: number;
}

/** Of a group of so many rows. Nobody does both: in a group that is too small for all of them those who go up come first. */
export function zonesOf(league: LeagueDefinition, tier: string, size: number): LeagueZones {
  const { promote, relegate } = league.tiers[tierIndex(league, tier)] ?? {};
  const promoted = shareOf(promote, size);
  return { promoted, relegated: Math.min(shareOf(relegate, size), size - promoted) };
}

function shareOf(share: LeagueShare | undefined, size: number): number {
  if (!share) return 0;
  return Math.min(size, 'count' in share ? share.count : Math.floor((size * share.percent) / 100));
}

export type LeagueZone = 'promotion' | 'relegation' | 'stay';

/** @param place in the group, from 0 on */
export function zoneOf({ promoted, relegated }: LeagueZones, place: number, size: number): LeagueZone {
  if (place < promoted) return 'promotion';
  return place >= size - relegated ? 'relegation' : 'stay';
}

/** The tier that a zone leads to; undefined where it leads nowhere. */
export function nextTier(league: LeagueDefinition, tier: string, zone: LeagueZone): string | undefined {
  if (zone === 'stay') return undefined;
  const index = tierIndex(league, tier) + (zone === 'promotion' ? 1 : -1);
  return league.tiers[index]?.key;
}

/** A change of tier. */
export interface LeagueMove {
  readonly playerId: string;
  readonly from: string;
  /** Null: out of the league, to begin in the lowest tier. */
  readonly to: string | null;
}

/**
 * Who moves when a window closes, of one group.
 *
 * @param rows of the group, best first: equal ones in the order of the board
 */
export function movesOf(
  league: LeagueDefinition,
  tier: string,
  rows: readonly { readonly playerId: string }[],
): LeagueMove[] {
  const zones = zonesOf(league, tier, rows.length);
  return rows.flatMap(({ playerId }, place) => {
    const to = nextTier(league, tier, zoneOf(zones, place, rows.length));
    return to === undefined ? [] : [{ playerId, from: tier, to }];
  });
}

/** Where a player of a tier moves who had no result in a window; undefined for nowhere. */
export function idleMove(league: LeagueDefinition, playerId: string, tier: string): LeagueMove | undefined {
  const { idle = 'stay' } = league;
  if (idle === 'stay') return undefined;
  if (idle === 'leave') return { playerId, from: tier, to: null };
  const to = nextTier(league, tier, 'relegation');
  return to === undefined ? undefined : { playerId, from: tier, to };
}
