import { PLAYER_ABSORBED } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import type { RuleDefinition } from '@laurel/rules-domain';
import { decide } from './decide.js';
import { type PlayerChange, changePlayer } from './player-changes/player-change.js';
import { type Player, newPlayer } from './player.js';
import { type Program, compileProgram } from './program.js';
import { backfillPlayer } from './replay/backfill-player.js';

const TODAY = Date.parse('2026-11-20T00:00:00Z');
const TOMORROW = TODAY + 86_400_000;
const WINDOW = '2026-11-20';

const board = (more: Partial<BoardDefinition> = {}): BoardDefinition => ({
  ...{ key: 'top', incarnation: 1, source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
  ties: { columns: [], then: 'first_to_reach' },
  windows: [{ kind: 'daily' }],
  ...more,
});

const SPLITS: BoardDefinition['splits'] = [
  { key: 'country', attributes: ['country'] },
  { key: 'veterans', segment: 'veterans' },
];

const rules: readonly RuleDefinition[] = [
  {
    key: 'score',
    on: ['scored'],
    then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
  },
  { key: 'move', on: ['moved'], then: [{ effect: 'set', attribute: 'country', value: 'no' }] },
];

const programOf = (release: number, ...leaderboards: readonly BoardDefinition[]): Program =>
  compileProgram(release, {
    stats: [{ key: 'points', aggregation: 'sum', incarnation: 1 }],
    rules,
    leaderboards,
    segments: [{ key: 'veterans', when: { stat: 'points', op: 'gte', value: 10 } }],
  });

const PROGRAM = programOf(1, board({ splits: SPLITS }));

const fromBrazil = (player: Player, country: string | null = 'br', now = TODAY) =>
  change(player, { kind: 'profile', change: { mode: 'merge', attributes: { country } } }, now);
const change = (player: Player, order: PlayerChange, now = TODAY) => changePlayer(PROGRAM, player, order, now);

const score = (player: Player, points: number, at = TODAY, program = PROGRAM) =>
  decide(
    program,
    player,
    { eventId: `e${at}`, type: 'scored', playerId: 'anna', occurredAt: at, properties: { points } },
    { now: at },
  );

const anna = fromBrazil(newPlayer('ws_1', 'anna', TODAY)).player;
const partsIn = ({ boards }: Pick<Player, 'boards'>, window = WINDOW) => boards.get('top@1')?.get(window)?.parts;
const standing = { kind: 'standing', board: 'top@1', window: WINDOW };

describe('the parts of a board', () => {
  it('have a new entry from its first result on, and tell it once', () => {
    const { player, effects } = score(anna, 3);
    expect(partsIn(player)).toEqual(['country:br']);
    expect(effects.filter(({ kind }) => kind === 'standing')).toHaveLength(1);
  });

  it('of a saved segment are of the player as the event leaves the player', () => {
    const { player, effects } = score(score(anna, 3).player, 7);
    expect(partsIn(player)).toEqual(['country:br', 'veterans']);
    expect(effects.filter(({ kind }) => kind === 'standing')).toHaveLength(1);
  });

  it('are others at once when the profile changes, and none where the attribute is gone', () => {
    const before = score(anna, 3).player;
    const moved = fromBrazil(before, 'se');
    expect(partsIn(moved.player)).toEqual(['country:se']);
    expect(moved.effects).toEqual([{ ...standing, score: 3, columns: [], reachedAt: TODAY }]);
    const gone = fromBrazil(before, null);
    expect(gone.player.boards.get('top@1')?.get(WINDOW)).not.toHaveProperty('parts');
    expect(fromBrazil(before, 'br').effects).toEqual([]);
  });

  it('are others when a rule sets the attribute', () => {
    const { player, effects } = decide(
      PROGRAM,
      score(anna, 3).player,
      { eventId: 'e2', type: 'moved', playerId: 'anna', occurredAt: TODAY, properties: {} },
      { now: TODAY },
    );
    expect(partsIn(player)).toEqual(['country:no']);
    expect(effects).toContainEqual({ ...standing, score: 3, columns: [], reachedAt: TODAY });
  });

  it('stay what they were in a window that has closed', () => {
    const { player } = score(score(anna, 3).player, 1, TOMORROW);
    const moved = fromBrazil(player, 'se', TOMORROW);
    expect(partsIn(moved.player)).toEqual(['country:br']);
    expect(partsIn(moved.player, '2026-11-21')).toEqual(['country:se']);
    expect(moved.effects).toMatchObject([{ kind: 'standing', window: '2026-11-21' }]);
  });

  it('move in the dark for those who are hidden, and for those who are banned when they come back', () => {
    const { player } = score({ ...anna, hiddenOn: ['top@1'] }, 3);
    const moved = fromBrazil(player, 'se');
    expect([partsIn(moved.player), moved.effects]).toEqual([['country:se'], []]);
    const banned = change(score(anna, 3).player, { kind: 'status', status: 'banned', reason: 'a test' }).player;
    const back = change(fromBrazil(banned, 'se').player, { kind: 'status', status: 'active', reason: 'a test' });
    expect(partsIn(back.player)).toEqual(['country:se']);
  });

  it('are those of the account for what another player handed over', () => {
    const entry = { score: 4, columns: [], reachedAt: TODAY, parts: ['country:dk'] };
    const what = { stats: {}, balances: {}, boards: { 'top@1': { [WINDOW]: entry } } };
    const absorbed = {
      ...{ eventId: 'laurel.merge.1', type: PLAYER_ABSORBED, playerId: 'anna', occurredAt: TODAY },
      properties: { what, passedOn: 0 },
    };
    expect(partsIn(decide(PROGRAM, anna, absorbed, { now: TODAY }).player)).toEqual(['country:br']);
  });

  it('are of every board that is divided, and of no other', () => {
    const program = programOf(1, board({ splits: SPLITS }), board({ key: 'plain' }));
    const { player } = score(anna, 3, TODAY, program);
    expect(partsIn(player)).toEqual(['country:br']);
    expect(player.boards.get('plain@1')?.get(WINDOW)).not.toHaveProperty('parts');
  });

  it('that a release makes have who was there before, when the player is filled', () => {
    const before = score(anna, 3, TODAY, programOf(1, board())).player;
    expect(partsIn(before)).toBeUndefined();
    const divided = programOf(2, board({ splits: SPLITS, splitsSince: 2 }));
    const fill = backfillPlayer(() => divided, before, [], 2, TODAY);
    expect(partsIn(fill.player)).toEqual(['country:br']);
    expect(fill.effects).toEqual([{ ...standing, score: 3, columns: [], reachedAt: TODAY }]);
  });
});
