import { Inject, Injectable } from '@nestjs/common';
import { Failpoints } from '../failpoints.js';
import type { DecidedBatch } from '../pipeline/decide.step.js';
import { type Claim, type KnownClaims, type SeatClaim, seatClaimKey } from './claim.js';
import { ClaimStore, type Places } from './claim-store.mongo.js';
import { KnownPlaces } from './known-places.js';
import { SeatStore } from './seat-store.mongo.js';

/**
 * Takes places among the first players of rules, and seats in leagues, before the transaction of the batch: a conflict costs a
 * claim, not a batch. A crash behind it loses nothing: the same events ask again, and find the places that they took.
 */
@Injectable()
export class ClaimPlacesStep {
  /** What the instance knows already; deciding asks this first. */
  readonly known = new KnownPlaces();

  constructor(
    @Inject(ClaimStore) private readonly store: ClaimStore,
    @Inject(SeatStore) private readonly seats: SeatStore,
    @Inject(Failpoints) private readonly failpoints: Failpoints,
  ) {}

  /**
   * Decides a batch again until it asks for no more. A player's events are decided up to the first claim that is not known, so
   * only places that will be used are taken; each time, every player who waits gets on by one claim at least.
   *
   * @param first what was decided with what is known
   */
  async settle(first: DecidedBatch, decideWith: (claims: KnownClaims) => DecidedBatch): Promise<DecidedBatch> {
    const answers = new Map<string, boolean>();
    const seats = new Map<string, string>();
    const claims: KnownClaims = {
      verdictOf: (claim) => answers.get(keyOf(claim)) ?? this.known.verdictOf(claim),
      seatOf: (claim) => seats.get(seatClaimKey(claim)),
    };
    let decided = first;
    while (decided.wanted) {
      const before = answers.size + seats.size;
      const places = decided.wanted.filter((claim): claim is Claim => 'rule' in claim);
      for (const [claim, answer] of await this.take(places)) answers.set(keyOf(claim), answer);
      const wantedSeats = decided.wanted.filter((claim): claim is SeatClaim => 'seat' in claim);
      for (const [key, seat] of await this.seat(wantedSeats)) seats.set(key, seat);
      if (answers.size + seats.size === before) throw new Error('a claim that was answered is asked for again');
      this.failpoints.reach('claimed');
      decided = decideWith(claims);
    }
    return decided;
  }

  private async take(wanted: readonly Claim[]): Promise<[Claim, boolean][]> {
    const byRule = grouped(wanted, ({ workspace, rule, players }) => JSON.stringify([workspace, rule, players]));
    const answers: [Claim, boolean][] = [];
    for (const claims of byRule) {
      const places = await this.store.take(claims);
      this.known.add(claims[0], places);
      for (const claim of claims) answers.push([claim, holds(claim, places)]);
    }
    return answers;
  }

  private async seat(wanted: readonly SeatClaim[]): Promise<[string, string][]> {
    const byGroup = grouped(wanted, ({ workspace, seat: { board, window, tier, band } }) =>
      JSON.stringify([workspace, board, window, tier, band]),
    );
    const answers: [string, string][] = [];
    for (const claims of byGroup) {
      const seats = await this.seats.take(claims);
      for (const claim of claims) answers.push([seatClaimKey(claim), seats.get(claim.playerId) ?? '']);
    }
    return answers;
  }
}

/** Claims that are taken together, in their order. */
function grouped<C>(claims: readonly C[], keyOf: (claim: C) => string): Iterable<readonly [C, ...C[]]> {
  const groups = new Map<string, [C, ...C[]]>();
  for (const claim of claims) {
    const key = keyOf(claim);
    const others = groups.get(key);
    if (others) others.push(claim);
    else groups.set(key, [claim]);
  }
  return groups.values();
}

const holds = ({ playerId, players }: Claim, { numbers }: Places): boolean =>
  (numbers.get(playerId) ?? Infinity) <= players;

const keyOf = ({ workspace, rule, players, playerId }: Omit<Claim, 'eventId'>): string =>
  JSON.stringify([workspace, rule, players, playerId]);
