import { Inject, Injectable } from '@nestjs/common';
import { Failpoints } from '../failpoints.js';
import type { DecidedBatch } from '../pipeline/decide.step.js';
import type { Claim, KnownClaims } from './claim.js';
import { ClaimStore, type Places } from './claim-store.mongo.js';
import { KnownPlaces } from './known-places.js';

/**
 * Takes places among the first players of rules, before the transaction of the batch: a conflict costs a claim, not a batch. A
 * crash behind it loses nothing: the same events ask again, and find the places that they took.
 */
@Injectable()
export class ClaimPlacesStep {
  /** What the instance knows already; deciding asks this first. */
  readonly known = new KnownPlaces();

  constructor(
    @Inject(ClaimStore) private readonly store: ClaimStore,
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
    const claims: KnownClaims = {
      verdictOf: (claim) => answers.get(keyOf(claim)) ?? this.known.verdictOf(claim),
    };
    let decided = first;
    while (decided.wanted) {
      const before = answers.size;
      for (const [claim, answer] of await this.take(decided.wanted)) answers.set(keyOf(claim), answer);
      if (answers.size === before) throw new Error('a claim that was answered is asked for again');
      this.failpoints.reach('claimed');
      decided = decideWith(claims);
    }
    return decided;
  }

  private async take(wanted: readonly Claim[]): Promise<[Claim, boolean][]> {
    const byRule = new Map<string, [Claim, ...Claim[]]>();
    for (const claim of wanted) {
      const key = JSON.stringify([claim.workspace, claim.rule, claim.players]);
      const others = byRule.get(key);
      if (others) others.push(claim);
      else byRule.set(key, [claim]);
    }
    const answers: [Claim, boolean][] = [];
    for (const claims of byRule.values()) {
      const places = await this.store.take(claims);
      this.known.add(claims[0], places);
      for (const claim of claims) answers.push([claim, holds(claim, places)]);
    }
    return answers;
  }
}

const holds = ({ playerId, players }: Claim, { numbers }: Places): boolean =>
  (numbers.get(playerId) ?? Infinity) <= players;

const keyOf = ({ workspace, rule, players, playerId }: Omit<Claim, 'eventId'>): string =>
  JSON.stringify([workspace, rule, players, playerId]);
