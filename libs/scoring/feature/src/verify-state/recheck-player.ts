import { type LedgerEntry, PLAYERS_COLLECTION, type PlayerDocument, playerDocumentId } from '@laurel/contracts';
import type { EventStore } from '@laurel/platform-event-store';
import { type Player, canonicalJson } from '@laurel/scoring-domain';
import type { Db } from 'mongodb';
import { toPlayerDocument } from '../adapters/player.mapper.js';
import type { RecordReplay } from '../replay-events/replay-record.js';
import type { Difference } from './difference.js';
import { differingPaths } from './differing-paths.js';
import { ReplayedPlayers } from './replayed-players.js';

export interface PlayerRef {
  readonly partition: number;
  readonly workspace: string;
  readonly playerId: string;
}

/** A player as the records up to some point leave it, with the ids of the entries that they led to. */
interface Moment {
  readonly player: Player | undefined;
  readonly entryIds: ReadonlySet<string>;
}

/**
 * Looks at one player again, for differences that are none: it may have moved on since the records were read. The document is
 * read first, the ledger and the records after it, so they hold at least what the document holds: it must be one of the
 * states that the records lead through.
 */
export class RecheckPlayer {
  constructor(
    private readonly db: Db,
    private readonly events: EventStore,
    private readonly records: RecordReplay,
  ) {}

  async recheck(ref: PlayerRef): Promise<Difference[]> {
    const { workspace, playerId } = ref;
    const id = playerDocumentId(workspace, playerId);
    const document = await this.db.collection<PlayerDocument>(PLAYERS_COLLECTION).findOne({ _id: id });
    const ledger: LedgerEntry[] = [];
    for await (const entry of this.events.ledgerOfPlayer(workspace, playerId)) ledger.push(entry);
    const moment = await this.momentOf(ref, document);
    return [...stateDifferences(ref, document, moment), ...ledgerDifferences(ref, document, moment, ledger)];
  }

  /** The point in the player's history that the document shows; the latest when it shows none. */
  private async momentOf(ref: PlayerRef, document: PlayerDocument | null): Promise<Moment> {
    const replayed = new ReplayedPlayers(this.records);
    const id = playerDocumentId(ref.workspace, ref.playerId);
    const wanted = document && canonicalJson(document);
    const entryIds = new Set<string>();
    let shown: Moment | undefined;
    for await (const record of this.events.ofPlayer(ref.workspace, ref.playerId)) {
      const { entries } = await replayed.take(record);
      for (const entry of entries) entryIds.add(entry.id);
      const player = replayed.players.get(id);
      if (!player || record.decidedAt !== document?.updatedAt) continue;
      // The latest that fits: an event without effects within the same millisecond leaves the document as it is.
      if (documentText(player, ref) === wanted) shown = { player, entryIds: new Set(entryIds) };
    }
    return shown ?? { player: replayed.players.get(id), entryIds };
  }
}

export const documentText = (player: Player, { partition }: Pick<PlayerRef, 'partition'>): string =>
  canonicalJson(toPlayerDocument(player, partition));

function stateDifferences(
  { partition, workspace, playerId }: PlayerRef,
  document: PlayerDocument | null,
  { player }: Moment,
): Difference[] {
  const expected = player && toPlayerDocument(player, partition);
  return differingPaths(expected, document ?? undefined).map(({ path, ...difference }) => ({
    check: 'replay',
    ...{ partition, workspace, playerId },
    what: path === '' ? 'player document' : path,
    ...difference,
  }));
}

/** The balances of the document against the sum of those entries that its events led to, and those that no event explains. */
function ledgerDifferences(
  { partition, workspace, playerId }: PlayerRef,
  document: PlayerDocument | null,
  { entryIds }: Moment,
  ledger: readonly LedgerEntry[],
): Difference[] {
  const sums = new Map<string, number>();
  for (const { id, currency, amount } of ledger) {
    if (entryIds.has(id)) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  const balances = new Map(Object.entries(document?.balances ?? {}));
  return [...new Set([...sums.keys(), ...balances.keys()])].flatMap((currency): Difference[] => {
    const [sum, balance] = [sums.get(currency) ?? 0, balances.get(currency) ?? 0];
    if (sum === balance) return [];
    const what = `balance of ${currency} against its ledger`;
    return [{ check: 'ledger', partition, workspace, playerId, what, expected: String(sum), found: String(balance) }];
  });
}
