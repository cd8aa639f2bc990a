import type { DecisionEvent, Effect, Refusal } from '@laurel/rules-domain';
import { type CorrectionEffect, type DecidedEffect, isRefusal } from '../effects.js';
import { scoringErrors } from '../errors.js';
import { handedOverBy } from '../merge/handed-over.js';
import { refusalOf } from '../player-changes/restriction.js';
import { type Player, newPlayer } from '../player.js';
import type { Program } from '../program.js';
import { reduceBoards } from '../reducers/boards.reducer.js';
import type { Decision } from '../reducers/reducer.js';
import { reduceStats } from '../reducers/stats.reducer.js';
import { reduceWallet } from '../reducers/wallet.reducer.js';
import { GRANT, type GrantPart, type GrantPayment } from './grant.js';
import { reduceHoldings } from './reduce-holdings.js';

/** A player after a payment, and what it led to. */
export interface Paid {
  readonly player: Player;
  readonly effects: readonly (DecidedEffect | CorrectionEffect)[];
}

/**
 * Pays a grant: all of it or, with the refusals alone, nothing. What a leaderboard does not take of it is refused by itself. Of a
 * player who was merged the other one has it. Pure, as `decide` is.
 */
export function payGrant(program: Program, player: Player, event: DecisionEvent, now: number): Paid {
  // As the command that was recorded said it.
  const { parts } = event.properties as unknown as GrantPayment;
  const { restriction } = player;
  const updated = { ...player, updatedAt: now };
  if (restriction?.into !== undefined) return handOn(program, updated, restriction.into, event, now);
  if (restriction) return { player: updated, effects: [refusalOf(restriction)] };
  return given(program, updated, event, parts, now);
}

function given(program: Program, player: Player, event: DecisionEvent, parts: readonly GrantPart[], now: number): Paid {
  const requested = parts.flatMap((part) => requestOf(program, part));
  const refused = requested.filter(isRefusal);
  const start: Decision = { player, effects: refused };
  const counted = reduceStats(program, start, requested, event, now);
  const paid = reduceHoldings(reduceWallet(program, counted, requested, event, now), parts, 1);
  const refusals = paid.effects.filter(isRefusal);
  if (refusals.length > 0) return { player, effects: refusals };
  return reduceBoards(program, paid, requested, event, now);
}

function handOn(program: Program, player: Player, into: string, event: DecisionEvent, now: number): Paid {
  const { parts } = event.properties as unknown as GrantPayment;
  const bearer = newPlayer(player.workspace, player.playerId, now);
  const { player: paid, effects } = given(program, bearer, event, parts, now);
  const refusals = effects.filter(isRefusal);
  if (refusals.length > 0) return { player, effects: refusals };
  return {
    player,
    effects: [{ kind: 'handed_over', into, passedOn: 0, what: handedOverBy(paid, { boards: new Map() }) }],
  };
}

/** What reducers of events are asked for; titles and items have one of their own. */
export function requestOf(program: Program, part: GrantPart, sign: 1 | -1 = 1): (Effect | Refusal)[] {
  if ('currency' in part) {
    const { currency, amount } = part;
    return [{ kind: sign === 1 ? 'award' : 'spend', rule: GRANT, currency, amount }];
  }
  if (!('stat' in part)) return [];
  const { stat, amount } = part;
  if (program.stats.get(stat)?.aggregation === 'sum') {
    return [{ kind: 'record', rule: GRANT, stat, amount: sign * amount }];
  }
  const detail = `there is no stat "${stat}" that is a sum`;
  return [{ kind: 'refused', rule: GRANT, code: scoringErrors.unknownStat.code, detail }];
}
