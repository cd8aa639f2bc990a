import {
  type BackfillCommand,
  type CommandMessage,
  type EventMessage,
  type EventRecord,
  type LedgerEntry,
  type VoidCommand,
  playerDocumentId,
} from '@laurel/contracts';
import {
  type Decided,
  type Dropped,
  type Player,
  type Program,
  type WantedSeat,
  backfillPlayer,
  changePlayer,
  decide,
  droppedBy,
  playerChangeOf,
  scoringErrors,
  voidEvent,
  withoutDropped,
} from '@laurel/scoring-domain';
import { type Claim, type KnownClaims, NO_CLAIMS, type SeatClaim } from '../claims/claim.js';
import { BatchErasures, type ErasedInBatch } from '../erase-player/batch-erasures.js';
import type { PartitionState } from '../partition/partition-state.js';
import { isAhead } from '../partition/test-clocks.js';
import type {
  DecodedBarrier,
  DecodedClock,
  DecodedCommand,
  DecodedEvent,
  DecodedRelease,
  Placed,
  Poison,
} from './decode.step.js';
import type { Deduplicated } from './deduplicate.step.js';
import { ledgerEntriesOf } from './ledger-entries.js';
import { type Loaded, playerOf } from './load.step.js';

/** What a batch decided, in the order of the log. */
export interface DecidedBatch {
  readonly records: readonly EventRecord[];
  readonly ledger: readonly LedgerEntry[];
  /** Players that changed, as they are after the batch; by document id. */
  readonly players: ReadonlyMap<string, Player>;
  /** Releases that came into force, the last one of each workspace. */
  readonly releases: ReadonlyMap<string, { readonly release: number; readonly offset: number }>;
  /** Test clocks that moved, by workspace: each as its last message left it. Absent where none did. */
  readonly clocks?: ReadonlyMap<string, { readonly offsetMs: number; readonly offset: number }>;
  /** Barriers that the partition has come to. Absent where there are none. */
  readonly barriers?: readonly DecodedBarrier[];
  /** Messages that could not be used, with their cause. */
  readonly poison: readonly Poison[];
  /** Claims that have to be known first, in the order of the log: nothing of the batch is decided. Absent where there are none. */
  readonly wanted?: readonly (Claim | SeatClaim)[];
  /** Absent where nobody of the batch is erased. */
  readonly erased?: ErasedInBatch | undefined;
}

/**
 * Decides a batch in the order of the log: each event by the release at its position and by the player as the events before
 * it left it. Works on copies: the partition's state changes only after the commit.
 *
 * @param givenUp fails every event with this cause instead of deciding it
 * @param claims what is known of places among the first players of rules
 */
export function decideBatch(
  state: PartitionState,
  messages: readonly Deduplicated[],
  loaded: Loaded,
  givenUp?: Failure,
  claims: KnownClaims = NO_CLAIMS,
): DecidedBatch {
  const run = new BatchRun(state, loaded, givenUp, claims);
  for (const message of messages) run.take(message);
  return run.result;
}

/** Why an event could not be decided. */
export type Failure = NonNullable<EventRecord['failure']>;

class BatchRun {
  readonly records: EventRecord[] = [];
  readonly ledger: LedgerEntry[] = [];
  readonly players = new Map<string, Player>();
  private readonly releases = new Map<string, { release: number; offset: number }>();
  private readonly clocks = new Map<string, { offsetMs: number; offset: number }>();
  private readonly poison: Poison[] = [];
  private readonly barriers: DecodedBarrier[] = [];
  /** Claims to be known first, by the document id of the player, whose later events wait for it. */
  private readonly wanted = new Map<string, Claim | SeatClaim>();
  private readonly erasures: BatchErasures;

  constructor(
    private readonly state: PartitionState,
    private readonly loaded: Loaded,
    private readonly givenUp: Failure | undefined,
    private readonly claims: KnownClaims,
  ) {
    this.erasures = new BatchErasures(loaded.erased);
  }

  get result(): DecidedBatch {
    const { records, ledger, players, releases, clocks, poison, barriers, wanted, erasures } = this;
    const moved = clocks.size === 0 ? undefined : { clocks };
    const noted = barriers.length > 0 ? { barriers } : {};
    const decided = { records, ledger, players, releases, ...moved, poison, ...noted, erased: erasures.result };
    return wanted.size === 0 ? decided : { ...decided, wanted: [...wanted.values()] };
  }

  take(message: Deduplicated): void {
    if ('event' in message && this.erasures.isErased(message.event.workspace, message.event.playerId)) {
      return this.erasures.refuse(this.recordOf(message, this.releaseOf(message.event.workspace)));
    }
    switch (message.kind) {
      case 'event':
        return this.record(message, (player) => this.decideEvent(message, player));
      case 'command':
        if (message.command.command === 'erase_player' && !this.givenUp) return this.erase(message);
        return this.record(message, (player) => this.carryOut(message, player));
      case 'settled': {
        const release = this.releaseOf(message.event.workspace);
        this.records.push({ ...this.recordOf(message, release), status: message.status, rules: [], effects: [] });
        return;
      }
      case 'release':
        return this.takeRelease(message);
      case 'clock':
        return this.takeClock(message);
      case 'barrier':
        // Where its time has not come yet, it is written again.
        if (message.now >= message.message.at) this.barriers.push(message);
        return;
      case 'poison':
        this.poison.push(message);
    }
  }

  private erase(message: DecodedCommand): void {
    const { workspace, playerId } = message.event;
    const before = this.loaded.players.get(playerDocumentId(workspace, playerId));
    this.erasures.erase(this.recordOf(message, this.releaseOf(workspace)), before, this);
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

  /** Messages behind it in the batch have been read by it already (`decode`). */
  private takeClock({ message: { workspace, offsetMs }, offset }: DecodedClock): void {
    const before = this.clocks.get(workspace)?.offsetMs ?? this.state.clocks.get(workspace);
    if (isAhead(offsetMs, before)) this.clocks.set(workspace, { offsetMs, offset });
  }

  /** Records what a message led to, and keeps the player and the movements that came of it. */
  private record(decoded: DecodedEvent | DecodedCommand, decideFor: (player: Player) => Outcome | Failure): void {
    const { workspace, playerId } = decoded.event;
    const id = playerDocumentId(workspace, playerId);
    if (this.wanted.has(id)) return;
    const player = this.players.get(id) ?? playerOf(this.loaded.players, workspace, playerId, decoded.now);
    const own = this.recordOf(decoded, this.releaseOf(workspace));
    const outcome = this.givenUp ?? attempt(() => decideFor(player));
    if ('code' in outcome) {
      this.records.push({ ...own, status: 'failed', failure: outcome, rules: [], effects: [] });
      return;
    }
    const { verdicts, effects, claims, seats, wanted, heldBack, dropped } = outcome;
    if (heldBack) {
      this.records.push({ ...own, status: 'quarantined', heldBack, rules: verdicts, effects: [] });
      return;
    }
    if (wanted) {
      const { eventId } = own;
      const claim = 'rule' in wanted ? { rule: wanted.rule, players: wanted.players } : { seat: wanted };
      this.wanted.set(id, { workspace, playerId, eventId, ...claim });
      return;
    }
    if (outcome.player !== player) this.players.set(id, outcome.player);
    const inputs = claims || seats ? { inputs: { claims: claims ?? {}, ...(seats ? { seats } : {}) } } : {};
    const without = dropped ? { dropped } : {};
    const record: EventRecord = { ...own, status: 'processed', rules: verdicts, effects, ...inputs, ...without };
    this.records.push(record);
    this.ledger.push(...ledgerEntriesOf(record));
  }

  private decideEvent({ event, now }: DecodedEvent | DecodedCommand, player: Player): Outcome | Failure {
    const release = this.releaseOf(event.workspace);
    const program = this.loaded.programOf(event.workspace, release);
    if (!program) return unknownRelease(release);
    if (!program.rules.claims && !program.leagues) {
      return this.lightened(program, player, decide(program, player, event, { now }));
    }
    const { workspace, playerId } = event;
    const claims = (rule: string, players: number) => this.claims.verdictOf({ workspace, playerId, rule, players });
    const seats = (seat: WantedSeat) => this.claims.seatOf?.({ workspace, playerId, seat });
    return this.lightened(program, player, decide(program, player, event, { now, claims, seats }));
  }

  /** Without the entries of windows whose standings are kept, where the player has come into another one. */
  private lightened(program: Program, before: Player, decided: Decided): Outcome {
    const { frozen } = this.loaded;
    if (!frozen) return decided;
    const { player } = decided;
    const dropped = droppedBy(program, before, player, (board, name) => frozen.frozenTo(player.workspace, board, name));
    return dropped ? { ...decided, player: withoutDropped(player, dropped), dropped } : decided;
  }

  private carryOut(message: DecodedCommand, player: Player): Outcome | Failure {
    const { command, event, now } = message;
    if (DECIDED_AS_EVENTS.has(command.command)) return this.decideEvent(message, player);
    if (command.command === 'void') return this.voidEvent(command, player, now);
    if (command.command === 'backfill') return this.backfill(command, player, now);
    const change = playerChangeOf(event);
    if (!change) throw new Error(`nothing carries out ${command.command}`);
    const release = this.releaseOf(event.workspace);
    const program = this.loaded.programOf(event.workspace, release);
    if (!program) return unknownRelease(release);
    return { ...changePlayer(program, player, change, now), verdicts: [] };
  }

  private voidEvent({ workspace, playerId, target }: VoidCommand, player: Player, now: number): Outcome | Failure {
    const voided = voidEvent(this.programOf, player, this.historyOf(workspace, playerId), target, {
      ...{ now, release: this.releaseOf(workspace) },
    });
    return voided.ok ? { ...voided.value, verdicts: [] } : voided.error;
  }

  /** Behind the release in each partition, so events of before it can't be missing. */
  private backfill({ workspace, playerId, release }: BackfillCommand, player: Player, now: number): Outcome {
    const history = this.historyOf(workspace, playerId);
    return { ...backfillPlayer(this.programOf, player, history, release, now), verdicts: [] };
  }

  private readonly programOf = (workspace: string, release: number) => this.loaded.programOf(workspace, release);

  /** All records of a player so far; loaded where a command needs them. */
  private historyOf(workspace: string, playerId: string): EventRecord[] {
    const before = this.loaded.histories.get(playerDocumentId(workspace, playerId)) ?? [];
    const inBatch = this.records.filter((record) => record.workspace === workspace && record.playerId === playerId);
    return [...before, ...inBatch];
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
      ...(event.client ? { client: event.client } : {}),
      partition: this.state.partition,
      epoch: this.state.epoch,
      offset,
      release,
    };
  }
}

/** Commands that the release at their position decides. */
const DECIDED_AS_EVENTS: ReadonlySet<CommandMessage['command']> = new Set([
  'import_player',
  'correct_player',
  'review_event',
  'absorb_player',
  'hide_standing',
  'remove_standing',
  'adjust_standing',
  'join_board',
  'pay_grant',
  'revoke_grant',
]);

const unknownRelease = (release: number): Failure => ({
  code: scoringErrors.unknownRelease.code,
  detail: `release ${release} is not stored`,
});

/** What a message led to. */
interface Outcome {
  readonly player: Player;
  readonly verdicts: EventRecord['rules'];
  readonly effects: EventRecord['effects'];
  readonly claims?: Decided['claims'];
  readonly seats?: Decided['seats'];
  readonly wanted?: Decided['wanted'];
  readonly heldBack?: EventRecord['heldBack'];
  readonly dropped?: Dropped;
}

/** A decision that throws is a bug: the event is recorded as failed, and the partition moves on. */
function attempt(decideIt: () => Outcome | Failure): Outcome | Failure {
  try {
    return decideIt();
  } catch (error) {
    return { code: scoringErrors.decisionFailed.code, detail: error instanceof Error ? error.message : String(error) };
  }
}
