import type { EventRecord, RecordedEffect } from '@laurel/contracts';
import { movedBoards } from './moved-boards.js';

const standing = (board: string, window: string): RecordedEffect => ({
  kind: 'standing',
  board,
  window,
  score: 1,
  columns: [],
  reachedAt: 1,
});

const record = (workspace: string, playerId: string, ...effects: RecordedEffect[]): EventRecord => ({
  workspace,
  eventId: 'e',
  playerId,
  type: 'scored',
  occurredAt: 1,
  receivedAt: 1,
  decidedAt: 1,
  properties: {},
  partition: 0,
  epoch: 1,
  offset: 0,
  release: 1,
  status: 'processed',
  rules: [],
  effects,
});

describe('the boards that records changed', () => {
  it('name each board once, with its windows and each player in them once', () => {
    const records = [
      record('ws_1', 'anna', standing('top@1', 'all'), standing('flop@1', 'all')),
      record('ws_1', 'bea', standing('top@1', 's1')),
      record('ws_1', 'anna', standing('top@1', 'all')),
    ];

    expect(movedBoards(records)).toEqual([
      {
        workspace: 'ws_1',
        board: 'top@1',
        windows: new Map([
          ['all', new Set(['anna'])],
          ['s1', new Set(['bea'])],
        ]),
        corrected: new Set(),
      },
      { workspace: 'ws_1', board: 'flop@1', windows: new Map([['all', new Set(['anna'])]]), corrected: new Set() },
    ]);
  });

  it('keep boards of the same name in two workspaces apart', () => {
    const records = ['ws_1', 'ws_2'].map((workspace) => record(workspace, 'anna', standing('top@1', 'all')));

    expect(movedBoards(records).map(({ workspace }) => workspace)).toEqual(['ws_1', 'ws_2']);
  });

  it.each([
    ['had an event taken back', 'laurel.event_voided'],
    ['were banned or reinstated', 'laurel.player_status_changed'],
  ])('name the players who %s, where they left a window or moved in it', (_, type) => {
    const voided: EventRecord = {
      ...record('ws_1', 'anna', { kind: 'removal', board: 'top@1', window: 'all' }, standing('top@1', 's1')),
      type,
    };

    expect(movedBoards([record('ws_1', 'bea', standing('top@1', 'all')), voided])).toMatchObject([
      {
        windows: new Map([
          ['all', new Set(['bea', 'anna'])],
          ['s1', new Set(['anna'])],
        ]),
        corrected: new Set(['anna']),
      },
    ]);
  });

  it('are none where nothing ranked', () => {
    expect(movedBoards([record('ws_1', 'anna')])).toEqual([]);
  });
});
