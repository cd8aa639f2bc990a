import {
  type CommandMessage,
  type ErasePlayerCommand,
  type EventReply,
  type MergePlayerCommand,
  type PlayerStatusCommand,
  type Topics,
  type UpdatePlayerCommand,
  playerCommandId,
  playerKey,
} from '@laurel/contracts';
import { type Clock, type DomainError, type Result, err, newId, ok } from '@laurel/kernel';
import { httpErrors, pooledRandomBytes } from '@laurel/platform-http';
import { RequestReply, TOPICS } from '@laurel/platform-kafka';
import { scoringErrors } from '@laurel/scoring-domain';
import { Inject, Injectable } from '@nestjs/common';
import { Erasures } from '../erase-player/erasures.js';
import { playerErrors } from '../errors.js';
import { GetPlayerHandler } from '../get-player/get-player.handler.js';
import type { PlayerDto } from '../get-player/get-player.dto.js';
import type { ChangeAcceptedDto } from './order-change.dto.js';

/** Injects the `Clock` that notes when a change was ordered. */
export const PLAYERS_CLOCK = Symbol('laurel.players-clock');

/** How long an order waits for its outcome, ms; one player's batch takes some milliseconds. */
const WAIT_MS = 5_000;

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
    | Pick<ErasePlayerCommand, 'command'>
    | Pick<MergePlayerCommand, 'command' | 'into' | 'reason'>;
}

/** The player after the change, or the receipt of a change that is in the log and was not carried out in time. */
export type OrderOutcome = { readonly kind: 'done'; readonly player: PlayerDto } | OrderAccepted;

export interface OrderAccepted {
  readonly kind: 'accepted';
  readonly accepted: ChangeAcceptedDto;
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
    if (ordered.value) return ok(ordered.value);
    const player = await this.players.execute(order.workspace, order.playerId);
    return player.ok ? ok({ kind: 'done', player: player.value }) : player;
  }

  /**
   * As `handle`, where there may be no player to show afterwards. Nothing for what was carried out.
   *
   * Errors: `players.erased`, `players.merged`, `players.not_active`, `players.key_in_use`, `players.change_failed`, `http.invalid_input`, `kafka.unavailable`.
   */
  async order(order: PlayerOrder): Promise<Result<OrderAccepted | undefined, DomainError>> {
    const { workspace, playerId } = order;
    if (await this.erasures.isErased(workspace, playerId)) return err(ERASED);
    const command = this.commandOf(order);
    const request = { topic: this.topics.events, key: playerKey(workspace, playerId), message: { ...command } };
    const answered = await this.requests.request<EventReply>(request, WAIT_MS);
    if (!answered.ok) return answered;
    const { receipt, reply } = answered.value;
    if (!reply) {
      const { partition, offset } = receipt;
      const { commandId } = command;
      return ok({
        kind: 'accepted',
        accepted: { playerId, commandId, status: 'accepted', receipt: { partition, offset } },
      });
    }
    const refusal = refusalOf(reply);
    return refusal ? err(refusal) : ok(undefined);
  }

  private commandOf({ workspace, playerId, order, key, by, content }: PlayerOrder): CommandMessage {
    const now = this.clock.now();
    const commandId = playerCommandId(order, key ?? newId('message', now, pooledRandomBytes));
    return { v: 1, kind: 'command', workspace, playerId, commandId, by, receivedAt: now, ...content };
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
  if (refused?.code !== scoringErrors.tooManyAttributes.code) return undefined;
  return httpErrors.invalidInput('Nothing was changed.', {
    errors: [{ path: '/attributes', rule: 'maxProperties', message: refused.detail }],
  });
}
