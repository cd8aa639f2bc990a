import { EVENT_RELEASED } from '@laurel/kernel';
import { type BoardDefinition, findWindow } from '@laurel/leaderboards-domain';
import type { DecisionEvent } from '@laurel/rules-domain';
import { decide } from './decide.js';
import { type Player, newPlayer } from './player.js';
import { type CompiledBoard, type Program, compileProgram } from './program.js';
import { joinWindow } from './reducers/place-result.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TODAY = Date.parse('2026-11-20T00:00:00Z');
const TOMORROW = TODAY + DAY;
const GRACE = 600_000;

const board = (more: Partial<BoardDefinition> = {}): BoardDefinition => ({
  ...{ key: 'top', incarnation: 1, source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
  ties: { columns: [], then: 'first_to_reach' },
  windows: [{ kind: 'daily' }],
  graceSeconds: GRACE / 1_000,
  ...more,
});

const programOf = (...leaderboards: readonly BoardDefinition[]): Program =>
  compileProgram(1, {
    stats: [
      { key: 'points', aggregation: 'sum', incarnation: 1 },
      { key: 'cities', aggregation: 'distinct', incarnation: 1 },
    ],
    rules: [
      { key: 'score', on: ['scored'], then: [{ effect: 'record', stat: 'points', amount: points }] },
      { key: 'visit', on: ['visited'], then: [{ effect: 'record', stat: 'cities', value: city }] },
    ],
    leaderboards,
  });

const points = { property: 'event.properties.points' };
const city = { property: 'event.properties.city' };

const anna = newPlayer('ws_1', 'anna', TODAY);

const scored = (occurredAt: number, amount = 3, more: Partial<DecisionEvent> = {}): DecisionEvent => ({
  ...{ eventId: `e${occurredAt}`, type: 'scored', playerId: 'anna', occurredAt, properties: { points: amount } },
  ...more,
});

const windowsOf = ({ boards }: Player, id = 'top@1'): object => Object.fromEntries(boards.get(id) ?? []);

const onlyBoard = ({ boards }: Program): CompiledBoard => {
  const [first] = boards.values();
  if (!first) throw new Error('the program has no board');
  return first;
};

const joined = (program: Program, key: string, player: Player, now: number): Player => {
  const compiled = onlyBoard(program);
  const window = findWindow(compiled.definition, key);
  const result = window && joinWindow(compiled, window, player, now);
  if (!result?.ok) throw new Error(`${key} can't be joined`);
  return result.value;
};

describe('a window that recurs', () => {
  const program = programOf(board());

  it.each([
    { name: 'one millisecond before its end', at: TOMORROW - 1, now: TOMORROW - 1, window: '2026-11-20' },
    { name: 'exactly on its end', at: TOMORROW, now: TOMORROW, window: '2026-11-21' },
    { name: 'at its beginning', at: TODAY, now: TODAY, window: '2026-11-20' },
    { name: 'before its beginning', at: TODAY - 1, now: TODAY, window: '2026-11-19' },
    { name: 'at the end of its grace', at: TOMORROW - 1, now: TOMORROW + GRACE - 1, window: '2026-11-20' },
  ])('takes what happened $name, and its neighbours do not', ({ at, now, window }) => {
    const { player, effects } = decide(program, anna, scored(at), { now });
    expect(windowsOf(player)).toEqual({ [window]: { score: 3, columns: [], reachedAt: at } });
    expect(effects).toContainEqual({
      ...{ kind: 'standing', board: 'top@1', window, score: 3, columns: [], reachedAt: at },
    });
  });

  it.each([TOMORROW + GRACE, TOMORROW + GRACE + DAY])(
    'takes nothing more from its end and its grace on, and history has it all the same',
    (now) => {
      const { player, effects } = decide(program, anna, scored(TOMORROW - 1), { now });
      expect(windowsOf(player)).toEqual({});
      expect(player.stats.get('points@1')?.value).toBe(3);
      expect(effects).toContainEqual({
        ...{ kind: 'refused', rule: '', code: 'scoring.window_closed' },
        detail: 'top (2026-11-20) has closed',
      });
    },
  );

  it('closes for itself alone: the windows of the same board that are open take a late result', () => {
    const both = programOf(board({ windows: [{ kind: 'all' }, { kind: 'daily' }, { kind: 'monthly' }] }));
    const { player } = decide(both, anna, scored(TODAY), { now: TOMORROW + GRACE });
    expect(Object.keys(windowsOf(player))).toEqual(['all', '2026-11']);
  });

  it('never closes where it was over before it was published', () => {
    const past = { kind: 'season', key: '2014', start: '2014-01-01T00:00:00Z', end: '2015-01-01T00:00:00Z' } as const;
    const history = programOf(board({ windows: [{ ...past, since: TODAY }] }));
    const { player } = decide(history, anna, scored(Date.parse('2014-05-01T00:00:00Z')), { now: TODAY });
    expect(Object.keys(windowsOf(player))).toEqual(['2014']);
  });

  it('ends where a release ended it', () => {
    const edited = programOf(board({ windowEdits: [{ window: '2026-11-20', end: '2026-11-20T12:00:00Z' }] }));
    const noon = TODAY + 12 * HOUR;
    expect(windowsOf(decide(edited, anna, scored(noon - 1), { now: noon }).player)).toHaveProperty('2026-11-20');
    expect(windowsOf(decide(edited, anna, scored(noon), { now: noon }).player)).toEqual({});
    expect(windowsOf(decide(edited, anna, scored(noon - 1), { now: noon + GRACE }).player)).toEqual({});
  });

  it('has different values that came before it from its own first event on', () => {
    const cities = programOf(board({ source: { stat: 'cities' }, aggregation: 'best' }));
    const visit = (occurredAt: number) => scored(occurredAt, 0, { type: 'visited', properties: { city: 'Oslo' } });
    const before = decide(cities, anna, visit(TODAY), { now: TODAY }).player;
    const { player } = decide(cities, before, visit(TOMORROW + HOUR), { now: TOMORROW + HOUR });
    expect(windowsOf(player)).toMatchObject({
      '2026-11-20': { score: 1, reachedAt: TODAY },
      '2026-11-21': { score: 1, reachedAt: TOMORROW + HOUR },
    });
  });
});

describe('attempts', () => {
  const program = programOf(board({ aggregation: 'best', attempts: { max: 2 } }));
  const play = (player: Player, amount: number) => decide(program, player, scored(TODAY, amount), { now: TODAY });

  it('are counted, and what only counts one more moves nothing on the board', () => {
    const { player, effects } = play(play(anna, 9).player, 4);
    expect(windowsOf(player)).toMatchObject({ '2026-11-20': { score: 9, attempts: 2 } });
    expect(effects).not.toContainEqual(expect.objectContaining({ kind: 'standing' }));
  });

  it('are no more than the board gives', () => {
    const { player, effects } = play(play(play(anna, 9).player, 4).player, 20);
    expect(windowsOf(player)).toMatchObject({ '2026-11-20': { score: 9, attempts: 2 } });
    expect(effects).toContainEqual({
      ...{ kind: 'refused', rule: '', code: 'scoring.no_attempts_left' },
      detail: 'top (2026-11-20) takes 2 results of a player',
    });
  });

  it('begin anew with each window', () => {
    const tired = play(play(anna, 9).player, 4).player;
    const { player } = decide(program, tired, scored(TOMORROW, 1), { now: TOMORROW });
    expect(windowsOf(player)).toMatchObject({ '2026-11-21': { score: 1, attempts: 1 } });
  });
});

describe('a window that is to be joined', () => {
  const program = programOf(board({ joining: 'opt_in' }));

  it('takes nothing of those who did not', () => {
    const { player, effects } = decide(program, anna, scored(TODAY), { now: TODAY });
    expect(windowsOf(player)).toEqual({});
    expect(effects).toContainEqual({
      ...{ kind: 'refused', rule: '', code: 'scoring.not_joined' },
      detail: 'top (2026-11-20) is only for those who joined it',
    });
  });

  it('has them with their first result', () => {
    const waiting = joined(program, '2026-11-20', anna, TODAY);
    expect(windowsOf(waiting)).toMatchObject({ '2026-11-20': { awaiting: true } });
    const { player, effects } = decide(program, waiting, scored(TODAY + HOUR, 0), { now: TODAY + HOUR });
    expect(windowsOf(player)).toEqual({
      '2026-11-20': { score: 0, columns: [], reachedAt: TODAY + HOUR, idle: true },
    });
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'standing', window: '2026-11-20' }));
  });

  it('is joined before it begins, and by itself', () => {
    const early = joined(program, '2026-11-21', anna, TODAY);
    expect(windowsOf(decide(program, early, scored(TODAY), { now: TODAY }).player)).not.toHaveProperty('2026-11-20');
    const { player } = decide(program, early, scored(TOMORROW), { now: TOMORROW });
    expect(windowsOf(player)).toMatchObject({ '2026-11-21': { score: 3 } });
  });

  it('leaves who joined twice as it was, and nobody joins when it has closed', () => {
    const once = joined(program, '2026-11-20', anna, TODAY);
    expect(joined(program, '2026-11-20', once, TODAY + HOUR)).toBe(once);
    const compiled = onlyBoard(program);
    const window = findWindow(compiled.definition, '2026-11-20');
    expect(window && joinWindow(compiled, window, anna, TOMORROW + GRACE)).toMatchObject({
      ok: false,
      error: { code: 'scoring.window_closed' },
    });
  });
});

describe('a board for servers only', () => {
  const program = programOf(board({ serverOnly: true }), board({ key: 'open' }));

  it('takes no results that a player sent, and others do', () => {
    const { player, effects } = decide(program, anna, scored(TODAY, 3, { client: true }), { now: TODAY });
    expect([...player.boards.keys()]).toEqual(['open@1']);
    expect(effects).toContainEqual({
      ...{ kind: 'refused', rule: '', code: 'scoring.server_only' },
      detail: 'top takes no results that a player sent',
    });
    expect([...decide(program, anna, scored(TODAY), { now: TODAY }).player.boards.keys()]).toEqual(['top@1', 'open@1']);
  });
});

describe('an event that a player sent and a review let in', () => {
  it('still is one that a player sent', () => {
    const program = programOf(board({ serverOnly: true }));
    const { type, properties, occurredAt } = scored(TODAY);
    const released: DecisionEvent = {
      ...{ eventId: 'laurel.review.e1', type: EVENT_RELEASED, playerId: 'anna', occurredAt: TODAY },
      properties: { eventId: 'e1', event: { type, occurredAt, properties, client: true }, reason: 'Looked at.' },
    };
    const { effects } = decide(program, anna, released, { now: TODAY });
    expect(effects).toContainEqual(expect.objectContaining({ code: 'scoring.server_only' }));
  });
});

describe('a player who is hidden on a board', () => {
  const program = programOf(board({ joining: 'opt_in' }), board({ key: 'open' }));
  const hidden: Player = { ...anna, hiddenOn: ['open@1', 'top@1'] };

  it('is hidden in every window that begins, moves nothing there and keeps the results', () => {
    const { player, effects } = decide(program, hidden, scored(TODAY), { now: TODAY });
    expect(windowsOf(player, 'open@1')).toMatchObject({ '2026-11-20': { score: 3, hidden: true } });
    expect(effects.filter(({ kind }) => kind === 'standing')).toEqual([]);
    expect(windowsOf(joined(program, '2026-11-20', hidden, TODAY))).toMatchObject({
      '2026-11-20': { awaiting: true, hidden: true },
    });
  });
});
