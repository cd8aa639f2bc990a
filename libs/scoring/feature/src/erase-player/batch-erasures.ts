import { type EventRecord, type LedgerEntry, type TombstoneDocument, playerDocumentId } from '@laurel/contracts';
import type { ErasedMessage } from '@laurel/platform-event-store';
import { type Player, scoringErrors } from '@laurel/scoring-domain';

/** What becomes of the players of a batch who are erased, in it or before it. */
export interface ErasedInBatch {
  /** Those who were erased in it, by document id. */
  readonly players: ReadonlyMap<string, ErasedPlayer>;
  /** Messages that leave no record. */
  readonly messages: readonly ErasedMessage[];
  /** What is told of them to those who wait, and of boards to the ranks. It names players, and is written nowhere. */
  readonly told: readonly EventRecord[];
}

/** A player who was erased in a batch. */
export interface ErasedPlayer extends Pick<TombstoneDocument, 'workspace' | 'offset' | 'erasedAt'> {
  readonly playerId: string;
}

/** A record before it is decided what the message led to. */
type Undecided = Omit<EventRecord, 'status' | 'rules' | 'effects'>;

/** What a batch has decided so far. Of a player who is erased nothing of it stays. */
interface BatchSoFar {
  readonly records: EventRecord[];
  readonly ledger: LedgerEntry[];
  readonly players: Map<string, Player>;
}

/** Keeps the erasures of one batch. */
export class BatchErasures {
  private readonly players = new Map<string, ErasedPlayer>();
  private readonly messages: ErasedMessage[] = [];
  private readonly told: EventRecord[] = [];

  /** @param known document ids of those of the batch's players who were erased before it */
  constructor(private readonly known: ReadonlySet<string>) {}

  /** Undefined where the batch has nothing to do with anybody who is erased, as nearly all have. */
  get result(): ErasedInBatch | undefined {
    const { players, messages, told } = this;
    return messages.length === 0 ? undefined : { players, messages, told };
  }

  isErased(workspace: string, playerId: string): boolean {
    if (this.known.size === 0 && this.players.size === 0) return false;
    const id = playerDocumentId(workspace, playerId);
    return this.known.has(id) || this.players.has(id);
  }

  /** A message of a player who is erased: it leads to nothing and leaves nothing. */
  refuse(record: Undecided): void {
    this.messages.push(messageOf(record));
    const failure = { code: scoringErrors.playerErased.code, detail: 'the player was erased' };
    this.told.push({ ...record, status: 'failed', failure, rules: [], effects: [] });
  }

  /** @param before the player as the batch found it; undefined for one who is not known */
  erase(record: Undecided, before: Player | undefined, soFar: BatchSoFar): void {
    const { workspace, playerId, offset, decidedAt } = record;
    const id = playerDocumentId(workspace, playerId);
    const effects = removals(before, soFar.players.get(id));
    const isTheirs = (each: { readonly workspace: string; readonly playerId: string }): boolean =>
      each.playerId === playerId && each.workspace === workspace;
    this.messages.push(...takeOut(soFar.records, isTheirs).map(messageOf), messageOf(record));
    takeOut(soFar.ledger, isTheirs);
    soFar.players.delete(id);
    this.players.set(id, { workspace, playerId, offset, erasedAt: decidedAt });
    this.told.push({ ...record, status: 'processed', rules: [], effects });
  }
}

const messageOf = ({ workspace, offset, decidedAt }: Undecided): ErasedMessage => ({ workspace, offset, decidedAt });

/** Every window of a board that the player stood in. */
function removals(...states: readonly (Player | undefined)[]): EventRecord['effects'] {
  const windows = new Map<string, EventRecord['effects'][number]>();
  for (const [board, entries] of states.flatMap((player) => (player ? [...player.boards] : []))) {
    for (const window of entries.keys()) windows.set(`${board} ${window}`, { kind: 'removal', board, window });
  }
  return [...windows.values()];
}

/** @returns what was taken out of the list */
function takeOut<T>(list: T[], isOut: (item: T) => boolean): T[] {
  const out = list.filter(isOut);
  if (out.length > 0) list.splice(0, list.length, ...list.filter((item) => !isOut(item)));
  return out;
}
