import {
  type CommandMessage,
  type EventRecord,
  type MergePlayerCommand,
  commandOfEvent,
  eventOfCommand,
  joinId,
  playerDocumentId,
} from '@laurel/contracts';
import { type Player, type Program, compileProgram } from '@laurel/scoring-domain';
import { toPlayer, toPlayerDocument } from '../adapters/player.mapper.js';
import { PartitionState } from '../partition/partition-state.js';
import { decideBatch } from './decide.step.js';
import { decode } from './decode.step.js';
import { absorbMessages } from './hand-over.js';
import { movedBoards } from './moved-boards.js';

const PROGRAM: Program = compileProgram(1, {
  stats: [{ key: 'points', aggregation: 'sum', incarnation: 1 }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: 3 },
        { effect: 'award', currency: 'coins', amount: 2 },
      ],
    },
  ],
  leaderboards: [
    {
      ...{ key: 'top', incarnation: 1, source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
      ...{ ties: { columns: [], then: 'first_to_reach' }, windows: [{ kind: 'all' }] },
    },
  ],
});

const played = (playerId: string) => ({
  ...{ v: 1, kind: 'event', workspace: 'ws_1', playerId, eventId: `of-${playerId}`, type: 'scored' },
  ...{ occurredAt: 10, receivedAt: 20, properties: {} },
});
const MERGE: MergePlayerCommand = {
  ...{ v: 1, kind: 'command', command: 'merge_player', workspace: 'ws_1', playerId: 'guest' },
  ...{ commandId: 'laurel.player.merge.k', into: 'anna', reason: 'Signed up.', by: 'key_1', receivedAt: 30 },
};

/** Messages as the log gives them, decided as one batch. */
function decided(...messages: readonly (object | string)[]) {
  const state = new PartitionState(3, 7, undefined, new Map(), 10);
  state.releases.set('ws_1', 1);
  const log = messages.map((message, offset) => ({
    ...{ offset, timestamp: 1_000 + offset, key: null },
    value: Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)),
  }));
  const loaded = { players: new Map(), histories: new Map(), erased: new Set<string>(), programOf: () => PROGRAM };
  return decideBatch(state, decode(log, 0), loaded);
}
const playerIn = ({ players }: ReturnType<typeof decided>, id: string): Player | undefined =>
  players.get(playerDocumentId('ws_1', id));
const absorbed = (records: readonly EventRecord[]): string[] => absorbMessages(records).map(({ value }) => value);

describe('a merge in the pipeline', () => {
  const merged = decided(played('guest'), MERGE);

  it('empties the balances of the guest by an entry of the ledger each, and takes the guest off the boards', () => {
    expect(merged.ledger.at(-1)).toEqual({
      ...{ id: joinId('laurel.player.merge.k', '1'), workspace: 'ws_1', playerId: 'guest', currency: 'coins' },
      ...{ amount: -2, balanceAfter: 0, at: 1_001 },
      reason: { kind: 'merge', eventId: 'laurel.player.merge.k', by: 'key_1' },
    });
    expect(movedBoards(merged.records)[0]?.corrected).toEqual(new Set(['guest']));
  });

  it('leads to a command that pays the account with an entry of its own, which names nobody', () => {
    const { ledger, records, players } = decided(played('anna'), ...absorbed(merged.records));

    expect(records[1]).toMatchObject({
      status: 'processed',
      eventId: 'laurel.merge.3.7.1',
      type: 'laurel.player_absorbed',
    });
    expect(ledger.at(-1)).toMatchObject({
      ...{ playerId: 'anna', amount: 2, balanceAfter: 4 },
      reason: { kind: 'merge', eventId: 'laurel.merge.3.7.1', by: 'key_1' },
    });
    expect(JSON.stringify([records, ledger])).not.toContain('guest');
    expect(players.get(playerDocumentId('ws_1', 'anna'))?.boards.get('top@1')?.get('all')?.score).toBe(6);
  });

  it('keeps who is closed, and who has all of it, in the player’s document', () => {
    const player = playerIn(merged, 'guest');
    if (!player) throw new Error('the guest is not there');
    const document = toPlayerDocument(player, 3);
    expect(document).toMatchObject({
      stats: {},
      balances: {},
      boards: {},
      restriction: { status: 'merged', into: 'anna' },
    });
    expect(document.facets).toEqual(['mergedInto=anna', 'status=merged']);
    expect(toPlayer(document)).toEqual(player);
  });

  it('passes on what comes to a player who was merged meanwhile, under an id of its own', () => {
    const onward = decided({ ...MERGE, playerId: 'anna', into: 'bea' }, ...absorbed(merged.records));
    expect(absorbed(onward.records).map((value) => JSON.parse(value) as CommandMessage)).toMatchObject([
      { playerId: 'bea', commandId: 'laurel.merge.3.7.0', passedOn: 0 },
      { playerId: 'bea', commandId: 'laurel.merge.3.7.1', passedOn: 1, by: 'key_1' },
    ]);
  });

  it('can be sent again from the dead letters, as it was', () => {
    const [absorb = ''] = absorbed(merged.records);
    for (const command of [MERGE, JSON.parse(absorb) as CommandMessage]) {
      expect(commandOfEvent(eventOfCommand(command))).toEqual(command);
    }
  });
});
