import { type EventMessage, playerDocumentId } from '@laurel/contracts';
import { type Player, newPlayer } from '@laurel/scoring-domain';
import type { Db } from 'mongodb';
import { ScoringStore } from '../adapters/scoring-store.mongo.js';
import { PartitionState } from '../partition/partition-state.js';
import { ProgramCache } from '../partition/program-cache.js';
import type { Deduplicated } from './deduplicate.step.js';
import { LoadStep } from './load.step.js';

const WORKSPACE = 'ws_1';
const idOf = (playerId: string): string => playerDocumentId(WORKSPACE, playerId);

/** Anna is stored. */
class StoredPlayers extends ScoringStore {
  override loadPlayers(ids: readonly string[]): Promise<Map<string, Player>> {
    const found = ids.filter((id) => id === idOf('anna'));
    return Promise.resolve(new Map(found.map((id) => [id, newPlayer(WORKSPACE, 'anna', 1)])));
  }
}

const event = (playerId: string): Deduplicated => ({
  ...{ kind: 'event', offset: 1, now: 1 },
  event: {
    ...{ v: 1, kind: 'event', workspace: WORKSPACE, eventId: 'e', type: 't', playerId },
    ...{ occurredAt: 1, receivedAt: 1, properties: {} },
  },
});
const settled = (playerId: string, status: 'late' | 'duplicate'): Deduplicated => {
  const { event: message } = event(playerId) as { readonly event: EventMessage };
  return { kind: 'settled', offset: 1, now: 1, status, event: message };
};

/** Whom of a batch the tombstones are asked for; bea is in memory. */
async function asked(...messages: readonly Deduplicated[]): Promise<string[]> {
  const names: string[] = [];
  const erasures = {
    erasedOf: (players: readonly { readonly workspace: string; readonly playerId: string }[]) => {
      names.push(...players.map(({ playerId }) => playerId));
      return Promise.resolve(new Set<string>());
    },
  };
  const db = {} as Db;
  const state = new PartitionState(3, 1, undefined, new Map(), 10);
  state.releases.set(WORKSPACE, 0);
  state.players.set(idOf('bea'), newPlayer(WORKSPACE, 'bea', 1));
  await new LoadStep(new StoredPlayers(db), new ProgramCache(db), erasures).load(state, messages);
  return names;
}

describe('loading a batch', () => {
  it('asks for no tombstone of players who are stored or in memory', async () => {
    expect(await asked(event('anna'), event('bea'), settled('bea', 'duplicate'))).toEqual([]);
  });

  it('asks once for the tombstone of each player who is not known', async () => {
    expect(await asked(event('carl'), event('carl'), event('anna'), event('dora'))).toEqual(['carl', 'dora']);
  });

  it('asks for that of a player whose message is settled already: it would be recorded', async () => {
    expect(await asked(settled('carl', 'late'))).toEqual(['carl']);
  });
});
