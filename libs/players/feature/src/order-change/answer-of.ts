import type { DomainError, Result } from '@laurel/kernel';
import { type OrderAcceptedDto, orThrow } from '@laurel/platform-http';
import type { FastifyReply } from 'fastify';
import type { PlayerDto } from '../get-player/get-player.dto.js';
import type { OrderOutcome } from './order-change.handler.js';

/** 200 with the player, or 202 where the change was not carried out in time. */
export function answerOf(
  outcome: Result<OrderOutcome, DomainError>,
  reply: FastifyReply,
): PlayerDto | OrderAcceptedDto {
  const ordered = orThrow(outcome);
  if (ordered.kind === 'done') return ordered.player;
  void reply.status(202);
  return ordered.accepted;
}
