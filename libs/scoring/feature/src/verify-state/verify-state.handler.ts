import { EVENTS_PARTITIONS } from '@laurel/contracts';
import { EventStore } from '@laurel/platform-event-store';
import type { Db } from 'mongodb';
import { ProgramCache } from '../partition/program-cache.js';
import { RecordReplay } from '../replay-events/replay-record.js';
import type { Differences } from './difference.js';
import { type Checked, VerifyPartition } from './verify-partition.js';
import type { StandingPlayers } from './standing-players.js';
import type { VerifyScope } from './verify-scope.js';
import { checkWorkspacesApart } from './workspaces-apart.js';

/** @param fraction done, 0 to 1 */
export type VerifyProgress = (fraction: number, checked: Readonly<Checked>) => void;

/**
 * Checks what scoring committed: records up to each checkpoint, players and ledger against the records, workspaces apart. It
 * only reads, and may run while events are scored: then it says what is true of the checkpoints that it found.
 */
export class VerifyStateHandler {
  /** @param standings is told how players stood between their records */
  constructor(
    private readonly db: Db,
    private readonly standings: StandingPlayers = { stood: () => undefined },
  ) {}

  async verify(scope: VerifyScope, differences: Differences, onProgress: VerifyProgress): Promise<Checked> {
    const checked: Checked = { records: 0, players: 0, ledgerEntries: 0, unrecorded: [] };
    const events = new EventStore(this.db);
    const replay = new RecordReplay(new ProgramCache(this.db), events);
    const partitions = new VerifyPartition(this.db, events, replay, scope, differences, checked, this.standings);
    for (let partition = 0; partition < EVENTS_PARTITIONS; partition += 1) {
      await partitions.verify(partition, (fraction) => onProgress((partition + fraction) / EVENTS_PARTITIONS, checked));
    }
    await checkWorkspacesApart(this.db, scope, differences);
    return checked;
  }
}
