import {
  type CommandMessage,
  type GrantDocument,
  type Topics,
  payGrantCommandId,
  playerKey,
  revokeGrantCommandId,
} from '@laurel/contracts';
import { type Clock, WorkspaceClocks, nowIn } from '@laurel/kernel';
import { KafkaProducer, TOPICS } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';
import { RewardSteps } from '../award-window/reward-steps.js';
import { REWARDS_CLOCK } from '../clock.js';
import { DueGrants } from './due-grants.js';

/** Orders that stand in the log at once: events that come meanwhile wait behind these at most. */
const PAGE = 500;

/**
 * Orders what grants are due for: that they are paid, or taken back. An order's id derives from the grant and the attempt, so
 * that one that is given twice is carried out once; whoever carries it out moves the grant.
 */
@Injectable()
export class PayGrantsHandler {
  constructor(
    private readonly due: DueGrants,
    @Inject(KafkaProducer) private readonly producer: Pick<KafkaProducer, 'send'>,
    @Inject(TOPICS) private readonly topics: Pick<Topics, 'events'>,
    private readonly clocks: WorkspaceClocks,
    @Inject(REWARDS_CLOCK) private readonly clock: Clock,
    private readonly steps: RewardSteps,
  ) {}

  /** @returns whether there may be more */
  async handle(): Promise<boolean> {
    await this.expire();
    const now = this.clock.now();
    const grants = await this.due.take(now, PAGE);
    if (grants.length === 0) return false;
    this.steps.reach('taken');
    const sent = await this.producer.send(
      this.topics.events,
      grants.map((grant) => ({
        key: playerKey(grant.workspace, grant.playerId),
        value: JSON.stringify(orderOf(grant, now)),
      })),
    );
    // What the log could not take is due again in a while.
    if (!sent.ok) return false;
    this.steps.reach('ordered');
    return grants.length === PAGE;
  }

  private async expire(): Promise<void> {
    for (const workspace of await this.due.claimable()) {
      await this.due.expire(workspace, await nowIn(workspace, this.clocks, this.clock));
    }
  }
}

function orderOf(grant: GrantDocument, receivedAt: number): CommandMessage {
  const { workspace, playerId, grantId, parts, attempt, paidAt, paidFor = 0, revocation } = grant;
  const about = { v: 1, kind: 'command', workspace, playerId, grant: grantId, parts, receivedAt } as const;
  if (paidAt !== undefined && revocation) {
    const { reason, by, attempt: number } = revocation;
    const commandId = revokeGrantCommandId(grantId, number);
    return { ...about, command: 'revoke_grant', commandId, attempt: number, paidFor, reason, by };
  }
  const by = grant.decidedBy ?? grant.schedule;
  return { ...about, command: 'pay_grant', commandId: payGrantCommandId(grantId, attempt), attempt, by };
}
