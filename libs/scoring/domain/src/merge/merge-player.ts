import type { Refusal } from '@laurel/rules-domain';
import { keepClosed } from '../closed-windows.js';
import type { CorrectionEffect } from '../effects.js';
import { refusalOf } from '../player-changes/restriction.js';
import type { Player } from '../player.js';
import type { Program } from '../program.js';
import { correctionsBetween } from '../replay/corrections.js';
import { handedOverBy } from './handed-over.js';

/** The order that a player is another one. */
export interface Merge {
  /** Id of the other one. */
  readonly into: string;
  /** For people. */
  readonly reason: string;
}

/**
 * Closes a player and hands over what counts; the other one's partition does the rest (`absorb`). Of whoever is suspended or
 * banned nothing goes over, and no entry that is hidden: a new account is no way around any of it. Windows that have closed
 * keep the player.
 *
 * @param now broker append time of the order, ms
 */
export function mergePlayer(
  program: Pick<Program, 'boards'>,
  player: Player,
  { into, reason }: Merge,
  now: number,
): { readonly player: Player; readonly effects: readonly (CorrectionEffect | Refusal)[] } {
  if (player.restriction) return { player: { ...player, updatedAt: now }, effects: [refusalOf(player.restriction)] };
  const { rules: _, hours: __, leagues: ___, titles: ____, items: _____, ...rest } = player;
  const closed: Player = {
    ...rest,
    stats: new Map(),
    balances: new Map(),
    boards: keepClosed(program, player.boards, new Map(), now),
    restriction: { status: 'merged', reason, since: now, into },
    updatedAt: now,
  };
  const handedOver: CorrectionEffect = { kind: 'handed_over', into, passedOn: 0, what: handedOverBy(player, closed) };
  return { player: closed, effects: [...correctionsBetween(player, closed), handedOver] };
}
