import { LEAGUE_MOVED, PLAYER_MERGED, PLAYER_STATUS_CHANGED, PLAYER_UPDATED } from '@laurel/kernel';
import type { Refusal } from '@laurel/rules-domain';
import type { CorrectionEffect } from '../effects.js';
import { scoringErrors } from '../errors.js';
import { type Merge, mergePlayer } from '../merge/merge-player.js';
import { placeParts } from '../parts.js';
import type { Player } from '../player.js';
import type { Program } from '../program.js';
import { correctionsBetween } from '../replay/corrections.js';
import { type LeagueChange, changeLeague } from './league-change.js';
import { MAX_ATTRIBUTES, type ProfileChange, changeProfile } from './profile.js';
import { type PlayerStatus, changeStatus, refusalOf } from './restriction.js';

/** An order that changes a player by itself, whatever events there were. */
export type PlayerChange =
  | { readonly kind: 'profile'; readonly change: ProfileChange }
  | { readonly kind: 'status'; readonly status: PlayerStatus; readonly reason: string }
  | ({ readonly kind: 'merge' } & Merge)
  | ({ readonly kind: 'league' } & LeagueChange);

/** A change carried out: the player afterwards, and what it moved on boards, or why it was refused. */
export interface ChangedPlayer {
  readonly player: Player;
  readonly effects: readonly (CorrectionEffect | Refusal)[];
}

/** The change that a record is of; undefined where it is of anything else. */
export function playerChangeOf(record: {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}): PlayerChange | undefined {
  // As the command that was recorded said it.
  const content: unknown = record.properties;
  switch (record.type) {
    case PLAYER_UPDATED:
      return { kind: 'profile', change: (content as { readonly change: ProfileChange }).change };
    case PLAYER_STATUS_CHANGED: {
      const { status, reason } = content as Pick<Extract<PlayerChange, { kind: 'status' }>, 'status' | 'reason'>;
      return { kind: 'status', status, reason };
    }
    case PLAYER_MERGED: {
      const { into, reason } = content as Merge;
      return { kind: 'merge', into, reason };
    }
    case LEAGUE_MOVED: {
      const { board, to } = content as LeagueChange;
      return { kind: 'league', board, to };
    }
    default:
      return undefined;
  }
}

/**
 * Pure, as `decide` is. Nothing changes a player who was merged into another one.
 *
 * @param program in force where the order stands in the log
 * @param now broker append time of the order, ms
 */
export function changePlayer(program: Program, player: Player, change: PlayerChange, now: number): ChangedPlayer {
  if (player.restriction?.status === 'merged') {
    return { player: { ...player, updatedAt: now }, effects: [refusalOf(player.restriction)] };
  }
  if (change.kind === 'merge') return mergePlayer(program, player, change, now);
  if (change.kind === 'league') return { player: { ...changeLeague(player, change), updatedAt: now }, effects: [] };
  if (change.kind === 'profile') {
    const updated = { ...player, updatedAt: now };
    const described = withProfile(updated, change.change);
    if (!described) return { player: updated, effects: [TOO_MANY_ATTRIBUTES] };
    const placed = placeParts(program.splits, described, now);
    return { player: placed.player, effects: placed.moved };
  }
  // Who comes back may be in other parts than when leaving.
  const changed = placeParts(program.splits, changeStatus(player, change.status, change.reason, now), now).player;
  return { player: { ...changed, updatedAt: now }, effects: correctionsBetween(player, changed) };
}

/** @returns the player with the profile after a change; undefined where it would have too many attributes */
export function withProfile(player: Player, change: ProfileChange): Player | undefined {
  const profile = changeProfile(player.profile ?? {}, change);
  if (!profile) return undefined;
  const { profile: _, ...rest } = player;
  return Object.keys(profile).length === 0 ? rest : { ...rest, profile };
}

export const TOO_MANY_ATTRIBUTES: Refusal = {
  kind: 'refused',
  rule: '',
  code: scoringErrors.tooManyAttributes.code,
  detail: `a player has at most ${MAX_ATTRIBUTES} attributes`,
};
