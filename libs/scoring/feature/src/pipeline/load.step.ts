import { type CommandMessage, type EventMessage, type EventRecord, playerDocumentId } from '@laurel/contracts';
import { NO_RELEASE, type Player, type Program, backfilledBy, newPlayer } from '@laurel/scoring-domain';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { ErasureStore } from '../adapters/erasure-store.mongo.js';
import { ScoringStore } from '../adapters/scoring-store.mongo.js';
import { FrozenSeries } from '../partition/frozen-series.js';
import type { PartitionState } from '../partition/partition-state.js';
import { ProgramCache } from '../partition/program-cache.js';
import type { Deduplicated } from './deduplicate.step.js';

/** Everything a batch is decided with. */
export interface Loaded {
  /** Existing players of the batch, by document id; a player that is absent is new. */
  readonly players: ReadonlyMap<string, Player>;
  /** What was recorded before the batch of players for whom something is decided by it, by document id. */
  readonly histories: ReadonlyMap<string, readonly EventRecord[]>;
  /** Those of the batch's players who were erased, by document id. */
  readonly erased: ReadonlySet<string>;
  /** Program of a release of a workspace; undefined when that release is not stored. */
  programOf(workspace: string, release: number): Program | undefined;
  /** Absent where nothing is. */
  readonly frozen?: Pick<FrozenSeries, 'frozenTo'>;
}

export const playerOf = (
  players: ReadonlyMap<string, Player>,
  workspace: string,
  playerId: string,
  now: number,
): Player => players.get(playerDocumentId(workspace, playerId)) ?? newPlayer(workspace, playerId, now);

/** Loads the players and programs of a batch: one query each, hot players and programs from memory. */
@Injectable()
export class LoadStep {
  constructor(
    @Inject(ScoringStore) private readonly store: ScoringStore,
    @Inject(ProgramCache) private readonly programs: ProgramCache,
    @Inject(ErasureStore) private readonly erasures: Pick<ErasureStore, 'erasedOf'>,
    @Optional() @Inject(FrozenSeries) private readonly frozen?: FrozenSeries,
  ) {}

  async load(state: PartitionState, messages: readonly Deduplicated[]): Promise<Loaded> {
    this.frozen?.refresh();
    await this.lookUpReleases(state, messages);
    const [players, histories] = await Promise.all([this.loadPlayers(state, messages), this.loadHistories(messages)]);
    const erased = await this.erasures.erasedOf(strangers(state, messages, players));
    const programs = await this.loadPrograms(state, messages, histories);
    return {
      players,
      histories,
      erased,
      programOf: (workspace, release) => programs.get(programKey(workspace, release)),
      ...(this.frozen && !this.frozen.isEmpty ? { frozen: this.frozen } : {}),
    };
  }

  /** One query for each of these players: an event is rarely taken back, and a release fills something rarely. */
  private async loadHistories(messages: readonly Deduplicated[]): Promise<Map<string, readonly EventRecord[]>> {
    const histories = new Map<string, readonly EventRecord[]>();
    for (const message of messages) {
      if (message.kind !== 'command' || !needsHistory(message.command)) continue;
      const { workspace, playerId } = message.event;
      const id = playerDocumentId(workspace, playerId);
      if (!histories.has(id)) histories.set(id, await this.store.historyOf(workspace, playerId));
    }
    return histories;
  }

  /** Fills in the releases in force for workspaces that the partition has not met since its assignment. */
  async lookUpReleases(state: PartitionState, messages: readonly Deduplicated[]): Promise<void> {
    const unknown = new Set<string>();
    for (const message of messages) {
      const workspace = workspaceOf(message);
      if (workspace !== undefined && !state.releases.has(workspace)) unknown.add(workspace);
    }
    if (unknown.size === 0) return;
    const inForce = await this.store.loadReleasesInForce(state.partition, [...unknown]);
    for (const workspace of unknown) state.releases.set(workspace, inForce.get(workspace) ?? NO_RELEASE);
  }

  private async loadPlayers(state: PartitionState, messages: readonly Deduplicated[]): Promise<Map<string, Player>> {
    const players = new Map<string, Player>();
    const missing = new Set<string>();
    for (const message of messages) {
      if (message.kind !== 'event' && message.kind !== 'command') continue;
      const id = playerDocumentId(message.event.workspace, message.event.playerId);
      const cached = state.players.get(id);
      if (cached) players.set(id, cached);
      else missing.add(id);
    }
    for (const [id, player] of await this.store.loadPlayers([...missing])) players.set(id, player);
    return players;
  }

  private async loadPrograms(
    state: PartitionState,
    messages: readonly Deduplicated[],
    histories: Loaded['histories'],
  ): Promise<Map<string, Program>> {
    const wanted = new Map<string, readonly [string, number]>();
    for (const record of [...histories.values()].flat()) {
      const filled = backfilledBy(record);
      for (const release of filled === undefined ? [record.release] : [record.release, filled]) {
        wanted.set(programKey(record.workspace, release), [record.workspace, release]);
      }
    }
    for (const message of messages) {
      const workspace = workspaceOf(message);
      if (workspace === undefined) continue;
      if (message.kind === 'command' && message.command.command === 'backfill') {
        const { release } = message.command;
        wanted.set(programKey(workspace, release), [workspace, release]);
      }
      const inForce = state.releaseOf(workspace);
      const release = message.kind === 'release' ? message.message.release : inForce;
      wanted.set(programKey(workspace, release), [workspace, release]);
    }
    const programs = new Map<string, Program>();
    for (const [key, [workspace, release]] of wanted) {
      const program = await this.programs.get(workspace, release);
      if (program) programs.set(key, program);
    }
    return programs;
  }
}

/** Players of a batch who are not known: new, or erased. A message that is settled already is of a known player, or late. */
function strangers(
  state: PartitionState,
  messages: readonly Deduplicated[],
  players: ReadonlyMap<string, Player>,
): EventMessage[] {
  const found = new Map<string, EventMessage>();
  for (const message of messages) {
    if (!('event' in message)) continue;
    const id = playerDocumentId(message.event.workspace, message.event.playerId);
    const isKnown = players.has(id) || (message.kind === 'settled' && state.players.get(id) !== undefined);
    if (!isKnown) found.set(id, message.event);
  }
  return [...found.values()];
}
/** Whether a command is carried out by what was recorded before. */
const needsHistory = ({ command }: CommandMessage): boolean => command === 'void' || command === 'backfill';

const programKey = (workspace: string, release: number): string => `${release}|${workspace}`;

function workspaceOf(message: Deduplicated): string | undefined {
  switch (message.kind) {
    case 'event':
    case 'command':
    case 'settled':
      return message.event.workspace;
    case 'release':
      return message.message.workspace;
    case 'clock':
    case 'barrier':
    case 'poison':
      return undefined;
  }
}
