import {
  type EventRecord,
  GRANTS_COLLECTION,
  type GrantDocument,
  grantDocumentId,
  joinId,
  partitionOf,
  payGrantCommandId,
  playerKey,
} from '@laurel/contracts';
import { GRANT_PAID } from '@laurel/kernel';
import type { EventStore } from '@laurel/platform-event-store';
import type { Collection, Db } from 'mongodb';
import { isPaid } from '../adapters/paid-grant.js';
import type { Differences } from './difference.js';
import type { IsMine } from './share-run.js';

/** Grants that are looked up at a time. */
const PAGE = 1_000;

type Payment = Pick<EventRecord, 'workspace' | 'playerId' | 'properties'>;

/**
 * Compares grants with the payments that are recorded: what was paid has a grant that says so, and the other way round; none is
 * paid twice, and a cause has one grant.
 */
export class GrantsMatch {
  /** by grant document id */
  private readonly payments = new Map<string, { readonly payment: Payment; times: number }>();
  private readonly grants: Collection<GrantDocument>;

  constructor(
    db: Db,
    private readonly events: Pick<EventStore, 'find'>,
    private readonly partition: number,
    private readonly differences: Differences,
  ) {
    this.grants = db.collection(GRANTS_COLLECTION);
  }

  take(record: EventRecord): void {
    if (record.type !== GRANT_PAID || !isPaid(record)) return;
    const id = grantDocumentId(record.workspace, String(record.properties['grant']));
    const known = this.payments.get(id);
    if (known) known.times += 1;
    else this.payments.set(id, { payment: record, times: 1 });
  }

  /** @param workspace only its grants; undefined: those of all */
  async end(workspace: string | undefined, isMine: IsMine): Promise<void> {
    const ids = [...this.payments.keys()];
    for (let at = 0; at < ids.length; at += PAGE) await this.checkPaid(ids.slice(at, at + PAGE));
    await this.checkGrants(workspace, isMine);
  }

  private async checkPaid(ids: readonly string[]): Promise<void> {
    const found = await this.grants.find({ _id: { $in: [...ids] } }).toArray();
    const grants = new Map(found.map((grant) => [grant._id, grant]));
    for (const id of ids) {
      const { payment, times } = this.payments.get(id) ?? {};
      if (!payment || times === undefined) continue;
      if (times > 1) this.report(payment, 'paid once', `paid ${times} times`);
      const grant = grants.get(id);
      if (grant?.paidAt === undefined) this.report(payment, 'a grant that is paid', grant ? grant.state : 'no grant');
    }
  }

  private async checkGrants(workspace: string | undefined, isMine: IsMine): Promise<void> {
    const causes = new Set<string>();
    for await (const grant of this.grants.find(workspace === undefined ? {} : { workspace })) {
      const { playerId } = grant;
      if (partitionOf(playerKey(grant.workspace, playerId)) !== this.partition) continue;
      if (!isMine(grant.workspace, playerId)) continue;
      const cause = joinId(grant.workspace, grant.schedule, grant.board, grant.window, grant.part, playerId);
      if (causes.has(cause)) this.report(asPayment(grant), 'one grant for its cause', 'a second one');
      causes.add(cause);
      if (grant.paidAt !== undefined && !this.payments.has(grant._id)) await this.checkRecorded(grant);
    }
  }

  /** A payment behind what was read is found by its id. */
  private async checkRecorded(grant: GrantDocument): Promise<void> {
    const { workspace, playerId, grantId, attempt } = grant;
    const payment = { workspace, playerId, eventId: payGrantCommandId(grantId, attempt) };
    const records = [...(await this.events.find([payment])).values()].flat();
    if (!records.some(isPaid)) this.report(asPayment(grant), 'a recorded payment', 'none');
  }

  private report({ workspace, playerId, properties }: Payment, expected: string, found: string): void {
    const what = `grant ${String(properties['grant'])}`;
    this.differences.add({ check: 'grants', partition: this.partition, workspace, playerId, what, expected, found });
  }
}

const asPayment = ({ workspace, playerId, grantId }: GrantDocument): Payment => ({
  workspace,
  playerId,
  properties: { grant: grantId },
});
