import { PLAYER_ABSORBED, PLAYER_BACKFILLED, EVENT_VOIDED } from '@laurel/kernel';
import type { BoardDefinition } from '@laurel/leaderboards-domain';
import { decide } from './decide.js';
import { changePlayer } from './player-changes/player-change.js';
import { type Player, newPlayer } from './player.js';
import { type Program, compileProgram } from './program.js';
import type { RecordedEvent } from './replay/replay-event.js';
import { replayEvents } from './replay/replay-events.js';
import { voidEvent } from './replay/void-event.js';

const DAY = 86_400_000;
const FIRST = Date.parse('2026-11-20T00:00:00Z');
const SECOND = FIRST + DAY;
const [YESTERDAY, TODAY] = ['2026-11-20', '2026-11-21'];

const board = (incarnation: number): BoardDefinition => ({
  ...{ key: 'top', incarnation, source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
  ties: { columns: [], then: 'first_to_reach' },
  windows: [{ kind: 'all' }, { kind: 'daily' }],
  start: 'recorded',
});

/** The board begins anew with each. */
const releaseOf = (release: number): Program =>
  compileProgram(release, {
    stats: [{ key: 'points', aggregation: 'sum', incarnation: 1 }],
    rules: [
      {
        key: 'score',
        on: ['scored'],
        then: [{ effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } }],
      },
    ],
    leaderboards: [board(release)],
  });
const [FIRST_RELEASE, SECOND_RELEASE] = [releaseOf(1), releaseOf(2)];

const programs = (_workspace: string, release: number) => (release === 1 ? FIRST_RELEASE : SECOND_RELEASE);

const scored = (eventId: string, at: number, points: number, playerId = 'anna'): RecordedEvent => ({
  ...{ workspace: 'ws_1', eventId, playerId, type: 'scored', occurredAt: at, properties: { points } },
  ...{ status: 'processed', release: 1, decidedAt: at },
});

const playedBy = (events: readonly RecordedEvent[]): Player => {
  const [player] = replayEvents(programs, events).get('ws_1')?.values() ?? [];
  return player ?? newPlayer('ws_1', 'anna', 0);
};

const scoresOf = ({ boards }: Pick<Player, 'boards'>, id = 'top@1') =>
  Object.fromEntries(Array.from(boards.get(id) ?? [], ([window, { score }]) => [window, score]));

/** Two days of one player. */
const EVENTS = [scored('a', FIRST, 5), scored('b', FIRST + 1, 3), scored('c', SECOND, 1), scored('d', SECOND + 1, 9)];
const NOW = SECOND + 2;

describe('a window that has closed', () => {
  const take = (eventId: string, player = playedBy(EVENTS), events: readonly RecordedEvent[] = EVENTS) => {
    const voided = voidEvent(programs, player, events, eventId, { now: NOW, release: 1 });
    if (!voided.ok) throw new Error(voided.error.detail);
    return voided.value;
  };

  it('keeps its entries when an event of its time is taken back', () => {
    const { player, effects } = take('a');
    expect(scoresOf(player)).toEqual({ all: 13, [YESTERDAY]: 8, [TODAY]: 10 });
    expect(player.stats.get('points@1')?.value).toBe(13);
    expect(effects.flatMap((effect) => ('window' in effect ? [effect.window] : []))).toEqual(['all']);
  });

  it('does not keep open windows from changing, and takes nobody back who was taken off it', () => {
    expect(scoresOf(take('d').player)).toEqual({ all: 9, [YESTERDAY]: 8, [TODAY]: 1 });
    const player = playedBy(EVENTS);
    const entries = new Map(player.boards.get('top@1'));
    entries.delete(YESTERDAY);
    const { player: after } = take('d', { ...player, boards: new Map([['top@1', entries]]) });
    expect(scoresOf(after)).toEqual({ all: 9, [TODAY]: 1 });
  });

  it('keeps them of a player who is banned, where they are withheld', () => {
    const ban = { kind: 'status', status: 'banned', reason: 'a test' } as const;
    const record = { ...scored('ban', SECOND + 2, 0), type: 'laurel.player_status_changed', properties: ban };
    const events: RecordedEvent[] = [...EVENTS, record];
    const { player } = take('a', playedBy(events), events);
    expect(player.boards.size).toBe(0);
    expect(scoresOf({ boards: player.withheld ?? new Map() })).toEqual({ all: 13, [YESTERDAY]: 8, [TODAY]: 10 });
  });

  it('keeps the guest of a merge, who hands over what is open', () => {
    const merge = { kind: 'merge', into: 'bea', reason: 'Signed up.' } as const;
    const { player, effects } = changePlayer(FIRST_RELEASE, playedBy(EVENTS), merge, NOW);
    expect(scoresOf(player)).toEqual({ [YESTERDAY]: 8 });
    expect(effects).toContainEqual({ kind: 'removal', board: 'top@1', window: TODAY });
    expect(effects).not.toContainEqual(expect.objectContaining({ window: YESTERDAY }));
    const [what] = effects.flatMap((effect) => (effect.kind === 'handed_over' ? [effect.what] : []));
    expect(Object.keys(what?.boards['top@1'] ?? {}).sort()).toEqual([TODAY, 'all']);
  });

  it('takes nothing of a merge that comes when it has closed', () => {
    const entry = { score: 4, columns: [], reachedAt: FIRST };
    const what = { stats: {}, balances: {}, boards: { 'top@1': { all: entry, [YESTERDAY]: entry } } };
    const absorbed = { ...scored('laurel.merge.1', NOW, 0), type: PLAYER_ABSORBED, properties: { what, passedOn: 0 } };
    const { player, effects } = decide(FIRST_RELEASE, playedBy(EVENTS), absorbed, { now: NOW });
    expect(scoresOf(player)).toEqual({ all: 22, [YESTERDAY]: 8, [TODAY]: 10 });
    expect(effects).toContainEqual({
      ...{ kind: 'refused', rule: '', code: 'scoring.window_closed', detail: `top (${YESTERDAY}) has closed` },
    });
  });

  it('is not filled by a release that begins a board with what was recorded, and nobody is late for it', () => {
    const fill: RecordedEvent = {
      ...scored('fill', NOW, 0),
      type: PLAYER_BACKFILLED,
      properties: { release: 2 },
      release: 2,
    };
    expect(scoresOf(playedBy([...EVENTS, fill]), 'top@2')).toEqual({ all: 18, [TODAY]: 10 });
  });

  it('is as it was after a void that is replayed', () => {
    const taken: RecordedEvent = { ...scored('void', NOW, 0), type: EVENT_VOIDED, properties: { eventId: 'a' } };
    expect(playedBy([...EVENTS, taken])).toEqual(take('a').player);
  });
});

describe('an entry that is hidden', () => {
  it('is not handed over in a merge, and stays hidden where another one is added', () => {
    const entry = { score: 4, columns: [], reachedAt: FIRST };
    const hidden: Player = {
      ...newPlayer('ws_1', 'anna', 0),
      boards: new Map([['top@1', new Map([['all', { ...entry, hidden: true }]])]]),
      hiddenOn: ['top@1'],
    };
    const merge = { kind: 'merge', into: 'bea', reason: 'Signed up.' } as const;
    const { effects } = changePlayer(FIRST_RELEASE, hidden, merge, NOW);
    expect(effects).toMatchObject([{ kind: 'handed_over', what: { boards: {} } }]);
    const what = { stats: {}, balances: {}, boards: { 'top@1': { all: entry } } };
    const absorbed = { ...scored('laurel.merge.1', NOW, 0), type: PLAYER_ABSORBED, properties: { what, passedOn: 0 } };
    const { player } = decide(FIRST_RELEASE, hidden, absorbed, { now: NOW });
    expect(player.boards.get('top@1')?.get('all')).toEqual({ ...entry, score: 8, hidden: true });
  });
});
