import {
  type CorrectPlayerCommand,
  type ErasePlayerCommand,
  type EventReply,
  type MergePlayerCommand,
  type PlayerStatusCommand,
  type RecordedEffect,
  type Topics,
  type UpdatePlayerCommand,
} from '@laurel/contracts';
import { type Clock, type DomainError, PLAYER_CORRECTED, type Result, err, newId, ok } from '@laurel/kernel';
import { httpErrors, pooledRandomBytes } from '@laurel/platform-http';
import { type AcceptedOrder, RequestReply, TOPICS, giveOrder } from '@laurel/platform-kafka';
import { scoringErrors } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import { Erasures } from '../erase-player/erasures.js';
import { playerErrors } from '../errors.js';
import { GetPlayerHandler } from '../get-player/get-player.handler.js';
import type { PlayerDto } from '../get-player/get-player.dto.js';

/** Injects the `Clock` that notes when a change was ordered. */
export const PLAYERS_CLOCK = Symbol('laurel.players-clock');

export interface PlayerOrder {
  readonly workspace: string;
  readonly playerId: string;
  /** What is ordered: `update`, `ban`, … */
  readonly order: string;
  /** `Idempotency-Key`: under one, the same order is carried out once. */
  readonly key: string | undefined;
  /** Id of the key that orders it. */
  readonly by: string;
  readonly content:
    | Pick<UpdatePlayerCommand, 'command' | 'change'>
    | Pick<PlayerStatusCommand, 'command' | 'status' | 'reason'>
    | Pick<CorrectPlayerCommand, 'command' | 'stats' | 'balances' | 'reason'>
    | Pick<ErasePlayerCommand, 'command'>
    | Pick<MergePlayerCommand, 'command' | 'into' | 'reason'>;
}

/** The player after the change, or the receipt of a change that is in the log and was not carried out in time. */
export type OrderOutcome = (CarriedOut & { readonly player: PlayerDto }) | OrderAccepted;

export interface CarriedOut {
  readonly kind: 'done';
  /** As recorded. */
  readonly effects: readonly RecordedEffect[];
}

export interface OrderAccepted {
  readonly kind: 'accepted';
  readonly accepted: AcceptedOrder;
}

/** Orders a change of a player, which the player's own partition carries out behind all that stands before it, and waits for it. */
@Injectable()
export class OrderChangeHandler {
  constructor(
    private readonly players: GetPlayerHandler,
    private readonly erasures: Erasures,
    @Inject(RequestReply) private readonly requests: Pick<RequestReply, 'request'>,
    @Inject(TOPICS) private readonly topics: Topics,
    @Inject(PLAYERS_CLOCK) private readonly clock: Clock,
  ) {}

  /** Errors: those of `order`. */
  async handle(order: PlayerOrder): Promise<Result<OrderOutcome, DomainError>> {
    const ordered = await this.order(order);
    if (!ordered.ok) return ordered;
    if (ordered.value.kind === 'accepted') return ok(ordered.value);
    const player = await this.players.execute(order.workspace, order.playerId);
    return player.ok ? ok({ ...ordered.value, player: player.value }) : player;
  }

  /**
   * As `handle`, where there may be no player to show afterwards.
   *
   * Errors: `players.erased`, `players.merged`, `players.not_active`, `players.correction_refused`, `players.key_in_use`, `players.change_failed`, `http.invalid_input`, `kafka.unavailable`.
   */
  async order({ order, key, ...given }: PlayerOrder): Promise<Result<OrderAccepted | CarriedOut, DomainError>> {
    if (await this.erasures.isErased(given.workspace, given.playerId)) return err(ERASED);
    const at = this.clock.now();
    const named = { name: order, key: key ?? newId('message', at, pooledRandomBytes) };
    const ordered = await giveOrder(this.requests, this.topics, { ...given, ...named, at });
    if (!ordered.ok) return ordered;
    const { accepted, reply } = ordered.value;
    if (!reply) return ok({ kind: 'accepted', accepted });
    const refusal = refusalOf(reply);
    return refusal ? err(refusal) : ok({ kind: 'done', effects: reply.record.effects });
  }
}

const ERASED = playerErrors.erased('The id can’t be used again: nothing that names the player is taken any more.');

/** Why the change was not made; undefined when it was. */
function refusalOf({ status, record }: EventReply): DomainError | undefined {
  if (status === 'conflict') return playerErrors.keyInUse('Take another `Idempotency-Key` for another order.');
  if (status === 'failed' && record.failure?.code === scoringErrors.playerErased.code) return ERASED;
  if (status === 'failed') return playerErrors.changeFailed('It is recorded, with its cause, among the dead letters.');
  const refused = record.effects.find((effect) => effect.kind === 'refused');
  if (refused?.code === scoringErrors.playerMerged.code)
    return playerErrors.merged(`Nothing was changed: ${refused.detail}.`);
  if (refused?.code === scoringErrors.playerNotActive.code) {
    return playerErrors.notActive(`Nothing was changed: ${refused.detail}.`);
  }
  if (record.type === PLAYER_CORRECTED) return correctionRefusalOf(record.effects);
  if (refused?.code !== scoringErrors.tooManyAttributes.code) return undefined;
  return httpErrors.invalidInput('Nothing was changed.', {
    errors: [{ path: '/attributes', rule: 'maxProperties', message: refused.detail }],
  });
}

/** A correction is made whole or not at all; where it is made, a leaderboard may have refused its part. */
function correctionRefusalOf(effects: readonly RecordedEffect[]): DomainError | undefined {
  const refusals = effects.flatMap((effect) => (effect.kind === 'refused' ? [effect.detail] : []));
  if (refusals.length === 0 || refusals.length < effects.length) return undefined;
  return playerErrors.correctionRefused(`Nothing was changed: ${refusals.join('; ')}.`);
}
