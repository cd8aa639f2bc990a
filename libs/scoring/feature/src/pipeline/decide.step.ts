import { type EventMessage, type EventRecord, type LedgerEntry, joinId, playerDocumentId } from '@laurel/contracts';
import { type Decided, type Player, type Program, decide, scoringErrors } from '@laurel/scoring-domain';
import type { PartitionState } from '../partition/partition-state.js';
import type { DecodedEvent, DecodedRelease, Placed, Poison } from './decode.step.js';
import type { Deduplicated } from './deduplicate.step.js';
import { type Loaded, playerOf } from './load.step.js';

/** What a batch decided, in the order of the log. */
export interface DecidedBatch {
  readonly records: readonly EventRecord[];
  readonly ledger: readonly LedgerEntry[];
  /** Players that changed, as they are after the batch; by document id. */
  readonly players: ReadonlyMap<string, Player>;
  /** Releases that came into force, the last one of each workspace. */
  readonly releases: ReadonlyMap<string, { readonly release: number; readonly offset: number }>;
  /** Messages that could not be used, with their cause. */
  readonly poison: readonly Poison[];
}

/**
 * Decides a batch in the order of the log: each event by the release at its position and by the player as the events before
 * it left it. Works on copies: the partition's state changes only after the commit.
 */
export function decideBatch(state: PartitionState, messages: readonly Deduplicated[], loaded: Loaded): DecidedBatch {
  const run = new BatchRun(state, loaded);
  for (const message of messages) run.take(message);
  return run.result;
}

class BatchRun {
  private readonly records: EventRecord[] = [];
  private readonly ledger: LedgerEntry[] = [];
  private readonly players = new Map<string, Player>();
  private readonly releases = new Map<string, { release: number; offset: number }>();
  private readonly poison: Poison[] = [];

  constructor(
    private readonly state: PartitionState,
    private readonly loaded: Loaded,
  ) {}

  get result(): DecidedBatch {
    const { records, ledger, players, releases, poison } = this;
    return { records, ledger, players, releases, poison };
  }

  take(message: Deduplicated): void {
    switch (message.kind) {
      case 'event':
        return this.decideEvent(message);
      case 'settled': {
        const release = this.releaseOf(message.event.workspace);
        this.records.push({ ...this.recordOf(message, release), status: message.status, rules: [], effects: [] });
        return;
      }
      case 'release':
        return this.takeRelease(message);
      case 'poison':
        this.poison.push(message);
    }
  }

  private releaseOf(workspace: string): number {
    return this.releases.get(workspace)?.release ?? this.state.releaseOf(workspace);
  }

  /** Numbers only grow: an announcement that comes again, or late, changes nothing. */
  private takeRelease({ message: { workspace, release }, offset, now }: DecodedRelease): void {
    if (release <= this.releaseOf(workspace)) return;
    if (this.loaded.programOf(workspace, release)) {
      this.releases.set(workspace, { release, offset });
      return;
    }
    const detail = `${scoringErrors.unknownRelease.code}: release ${release} of ${workspace} is not stored`;
    const value = Buffer.from(JSON.stringify({ v: 1, kind: 'release', workspace, release }));
    this.poison.push({ kind: 'poison', offset, now, detail, message: { offset, timestamp: now, key: null, value } });
  }

  private decideEvent(decoded: DecodedEvent): void {
    const { workspace, playerId } = decoded.event;
    const release = this.releaseOf(workspace);
    const program = this.loaded.programOf(workspace, release);
    const id = playerDocumentId(workspace, playerId);
    const player = this.players.get(id) ?? playerOf(this.loaded.players, workspace, playerId, decoded.now);
    const outcome = program
      ? attempt(program, player, decoded)
      : { code: scoringErrors.unknownRelease.code, detail: `release ${release} is not stored` };
    if ('code' in outcome) {
      this.records.push({
        ...this.recordOf(decoded, release),
        status: 'failed',
        failure: outcome,
        rules: [],
        effects: [],
      });
      return;
    }
    this.players.set(id, outcome.player);
    const record: EventRecord = {
      ...this.recordOf(decoded, release),
      status: 'processed',
      rules: outcome.verdicts,
      effects: outcome.effects,
    };
    this.records.push(record);
    this.ledger.push(...ledgerEntriesOf(record));
  }

  private recordOf(
    { event, offset, now }: Placed & { readonly event: EventMessage },
    release: number,
  ): Omit<EventRecord, 'status' | 'rules' | 'effects'> {
    return {
      workspace: event.workspace,
      eventId: event.eventId,
      playerId: event.playerId,
      type: event.type,
      occurredAt: event.occurredAt,
      ...(event.sentOccurredAt === undefined ? {} : { sentOccurredAt: event.sentOccurredAt }),
      receivedAt: event.receivedAt,
      decidedAt: now,
      properties: event.properties,
      partition: this.state.partition,
      epoch: this.state.epoch,
      offset,
      release,
    };
  }
}

/** A decision that throws is a bug: the event is recorded as failed, and the partition moves on. */
function attempt(
  program: Program,
  player: Player,
  { event, now }: DecodedEvent,
): Decided | { code: string; detail: string } {
  try {
    return decide(program, player, event, { now });
  } catch (error) {
    return { code: scoringErrors.decisionFailed.code, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** One entry per movement, with an id that derives from its cause. */
export function ledgerEntriesOf({ workspace, playerId, eventId, decidedAt, effects }: EventRecord): LedgerEntry[] {
  return effects.flatMap((effect, index) =>
    effect.kind === 'award'
      ? [
          {
            id: joinId(eventId, String(index)),
            workspace,
            playerId,
            currency: effect.currency,
            amount: effect.amount,
            balanceAfter: effect.balance,
            reason: { kind: 'rule' as const, rule: effect.rule, eventId },
            at: decidedAt,
          },
        ]
      : [],
  );
}
