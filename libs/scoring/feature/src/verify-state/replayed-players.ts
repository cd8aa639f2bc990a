import { type EventRecord, type LedgerEntry, playerDocumentId } from '@laurel/contracts';
import { type Player, canonicalJson, changedPlayer } from '@laurel/scoring-domain';
import { ledgerEntriesOf } from '../pipeline/ledger-entries.js';
import type { RecordReplay } from '../replay-events/replay-record.js';
import type { Difference } from './difference.js';

/** What deciding a record again says of it. */
export interface ComparedRecord {
  /** The movements of balances that it must have led to. */
  readonly entries: readonly LedgerEntry[];
  /** Where the record is not what deciding again gives. */
  readonly differences: readonly Difference[];
}

const NOTHING: ComparedRecord = { entries: [], differences: [] };

/** Players as their records leave them, each record decided again by its recorded release and inputs. */
export class ReplayedPlayers {
  /** by player document id */
  readonly players = new Map<string, Player>();

  constructor(private readonly records: RecordReplay) {}

  /** Takes the next record of its player. */
  async take(record: EventRecord): Promise<ComparedRecord> {
    if (!changedPlayer(record)) return NOTHING;
    const id = playerDocumentId(record.workspace, record.playerId);
    const replayed = await this.records.replay(this.players.get(id), record);
    if (!replayed.ok) {
      return { entries: [], differences: [differenceOf(record, 'status', `failed: ${replayed.error}`, record.status)] };
    }
    const { player, rules, effects } = replayed.value;
    this.players.set(id, player);
    const differences: Difference[] = [];
    if (!same(rules, record.rules)) {
      differences.push(differenceOf(record, 'rules', canonicalJson(rules), canonicalJson(record.rules)));
    }
    if (!same(effects, record.effects)) {
      differences.push(differenceOf(record, 'effects', canonicalJson(effects), canonicalJson(record.effects)));
    }
    return { entries: ledgerEntriesOf({ ...record, effects }), differences };
  }
}

/** The same code writes both, so they mostly have their members in one order already. */
const same = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left) === JSON.stringify(right) || canonicalJson(left) === canonicalJson(right);

const differenceOf = (
  { partition, workspace, playerId, eventId }: EventRecord,
  what: string,
  expected: string,
  found: string,
): Difference => ({
  check: 'replay',
  partition,
  workspace,
  playerId,
  what: `event ${eventId}: ${what}`,
  expected,
  found,
});
