import { type EventReply, type Topics, playerCommandId, playerKey } from '@laurel/contracts';
import { type DomainError, type Result, ok } from '@laurel/kernel';
import type { RequestReply } from './request-reply.js';

/** How long an order waits for its outcome, ms; one player's batch takes some milliseconds. */
const WAIT_MS = 5_000;

/** Something to be done with one player, or what the player has. */
export interface OrderOfPlayer {
  readonly workspace: string;
  readonly playerId: string;
  /** What is ordered: `ban`, `hide`, …; part of the command's id. */
  readonly name: string;
  /** Under one, the same order is carried out once. */
  readonly key: string;
  /** Id of the key or operator who gives it. */
  readonly by: string;
  /** Time of day, ms. */
  readonly at: number;
  /** The command and what belongs to it. */
  readonly content: { readonly command: string };
}

/** An order that the event log has. */
export interface AcceptedOrder {
  readonly playerId: string;
  /** An event of that id tells what became of it. */
  readonly commandId: string;
  readonly status: 'accepted';
  /** Where the event log has it. */
  readonly receipt: { readonly partition: number; readonly offset: number };
}

export interface GivenOrder {
  readonly accepted: AcceptedOrder;
  /** Undefined when it was not carried out in time: the order stands, and will be. */
  readonly reply: EventReply | undefined;
}

/**
 * Gives an order, which the player's own partition carries out behind all that stands before it, and waits for it.
 *
 * Error: `kafka.unavailable`.
 */
export async function giveOrder(
  requests: Pick<RequestReply, 'request'>,
  topics: Pick<Topics, 'events'>,
  { workspace, playerId, name, key, by, at, content }: OrderOfPlayer,
): Promise<Result<GivenOrder, DomainError>> {
  const commandId = playerCommandId(name, key);
  const message = { v: 1, kind: 'command', workspace, playerId, commandId, by, receivedAt: at, ...content };
  const request = { topic: topics.events, key: playerKey(workspace, playerId), message };
  const answered = await requests.request<EventReply>(request, WAIT_MS);
  if (!answered.ok) return answered;
  const { receipt, reply } = answered.value;
  const { partition, offset } = receipt;
  return ok({ accepted: { playerId, commandId, status: 'accepted', receipt: { partition, offset } }, reply });
}
