import { claimCounterId, claimId } from '@laurel/contracts';
import type { Claim, KnownClaims } from './claim.js';
import type { Places } from './claim-store.mongo.js';

/** Rules all of whose players are kept in memory; a rule is for 10,000 at most. */
const MAX_RULES = 100;
/** Single players who are kept besides. */
const MAX_PLAYERS = 50_000;

/** The places that an instance knows of. They are never given back, so what it knows stays true. */
export class KnownPlaces implements KnownClaims {
  /** Rules that had no place left when they were asked for one, by `claimCounterId`. */
  private readonly full = new Map<string, Places>();
  /** Numbers by `claimId`. */
  private readonly numbers = new Map<string, number>();

  verdictOf({ workspace, rule, players, playerId }: Omit<Claim, 'eventId'>): boolean | undefined {
    const full = this.full.get(claimCounterId(workspace, rule));
    if (full && full.taken >= players) return (full.numbers.get(playerId) ?? Infinity) <= players;
    const number = this.numbers.get(claimId(workspace, rule, playerId));
    return number === undefined ? undefined : number <= players;
  }

  /** Notes what was found when a place was asked for. */
  add({ workspace, rule }: Pick<Claim, 'workspace' | 'rule'>, places: Places): void {
    if (places.isComplete) {
      keep(this.full, MAX_RULES, claimCounterId(workspace, rule), places);
      return;
    }
    for (const [playerId, number] of places.numbers) {
      keep(this.numbers, MAX_PLAYERS, claimId(workspace, rule, playerId), number);
    }
  }
}

/** The one that was noted first leaves when there are too many. */
function keep<T>(map: Map<string, T>, most: number, key: string, value: T): void {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
