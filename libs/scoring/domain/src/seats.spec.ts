import type { BoardDefinition, LeagueDefinition } from '@laurel/leaderboards-domain';
import { type Decided, decide } from './decide.js';
import { changePlayer } from './player-changes/player-change.js';
import { type Player, newPlayer } from './player.js';
import { compileProgram } from './program.js';
import type { RecordedEvent } from './replay/replay-event.js';
import { replayEvents } from './replay/replay-events.js';
import { voidEvent } from './replay/void-event.js';
import type { Seats, WantedSeat } from './seats.js';

const LEAGUE: LeagueDefinition = {
  window: 'weekly',
  groupSize: 50,
  tiers: [
    { key: 'bronze', promote: { count: 10 } },
    { key: 'gold', relegate: { count: 10 } },
  ],
};
const BOARD: BoardDefinition = {
  ...{ key: 'top', incarnation: 1, source: { stat: 'points' }, aggregation: 'sum', order: 'desc' },
  ties: { columns: [], then: 'first_to_reach' },
  windows: [{ kind: 'all' }, { kind: 'weekly' }],
  minScore: 2,
  league: LEAGUE,
};
const programOf = (board: Partial<BoardDefinition> = {}, emits = false) =>
  compileProgram(1, {
    stats: [{ key: 'points', aggregation: 'sum', incarnation: 1 }],
    rules: [
      {
        key: 'score',
        on: ['scored'],
        then: [
          ...(emits ? [{ effect: 'emit' as const, type: 'scored.again' }] : []),
          { effect: 'record', stat: 'points', amount: { property: 'event.properties.amount' } },
        ],
      },
      { key: 'again', on: ['scored.again'], then: [{ effect: 'record', stat: 'points', amount: 2 }] },
    ],
    leaderboards: [{ ...BOARD, ...board }],
    segments: [{ key: 'pros', when: { attribute: 'pro', op: 'eq', value: true } }],
  });
const PROGRAM = programOf();
const anna = newPlayer('ws_1', 'anna', 1_000);

const score = (player: Player, amount: number, seats?: Seats, program = PROGRAM, at = 1_000): Decided =>
  decide(
    program,
    player,
    { eventId: `e${at}`, type: 'scored', playerId: 'anna', occurredAt: at, properties: { amount } },
    seats ? { now: at, seats } : { now: at },
  );
const entryOf = ({ player }: Pick<Decided, 'player'>, window = '1970-W01') => player.boards.get('top@1')?.get(window);
const unknown: Seats = () => undefined;
const FIRST = 'league:bronze:1';

describe('the first result of a player in a window of a league', () => {
  it('asks for a seat in the lowest tier, and nothing is decided while it is not known', () => {
    const decided = score(anna, 5, unknown);
    const wanted: WantedSeat = { board: 'top@1', window: '1970-W01', tier: 'bronze', groupSize: 50 };
    expect(decided).toMatchObject({ player: anna, effects: [], wanted });
  });

  it('has the seat among the parts of its entry, and is told as an input', () => {
    const decided = score(anna, 5, () => FIRST);
    expect(entryOf(decided)).toMatchObject({ score: 5, seat: FIRST, parts: [FIRST] });
    expect(entryOf(decided, 'all')).not.toHaveProperty('seat');
    expect(decided.seats).toEqual({ 'top@1 1970-W01': FIRST });
  });

  it('is the first that is ranked', () => {
    const below = score(anna, 1, unknown);
    expect(below.wanted).toBeUndefined();
    expect(entryOf(below)).not.toHaveProperty('seat');
    expect(score(below.player, 1, unknown).wanted).toMatchObject({ tier: 'bronze' });
  });

  it('takes no seat in a trial', () => {
    const decided = score(anna, 5);
    expect(decided.wanted).toBeUndefined();
    expect(entryOf(decided)).not.toHaveProperty('seat');
  });

  it('asks by the tier that the player is in, and by the band', () => {
    const gold = changePlayer(PROGRAM, anna, { kind: 'league', board: 'top@1', to: 'gold' }, 1_000).player;
    expect(score(gold, 5, unknown).wanted).toMatchObject({ tier: 'gold' });
    const banded = programOf({ league: { ...LEAGUE, band: { segment: 'pros' } } });
    const pro = { ...anna, profile: { attributes: { pro: true } } };
    expect(score(anna, 5, unknown, banded).wanted).toMatchObject({ band: 'out' });
    expect(score(pro, 5, unknown, banded).wanted).toMatchObject({ band: 'in' });
  });

  it('asks for one seat, whatever events it leads to', () => {
    const asked: WantedSeat[] = [];
    const decided = score(anna, 5, (wanted) => (asked.push(wanted), FIRST), programOf({}, true));
    expect(asked).toHaveLength(1);
    expect(entryOf(decided)).toMatchObject({ score: 7, seat: FIRST });
    expect(decided.seats).toEqual({ 'top@1 1970-W01': FIRST });
  });
});

describe('a seat that was taken', () => {
  it('stays for the window, whatever tier the player moves to, and the next window asks anew', () => {
    const seated = score(anna, 5, () => FIRST).player;
    const moved = changePlayer(PROGRAM, seated, { kind: 'league', board: 'top@1', to: 'gold' }, 2_000).player;
    const again = score(moved, 5, unknown, PROGRAM, 3_000);
    expect(again.wanted).toBeUndefined();
    expect(entryOf(again)).toMatchObject({ score: 10, seat: FIRST });
    expect(score(again.player, 5, unknown, PROGRAM, 7 * 86_400_000).wanted).toMatchObject({
      window: '1970-W02',
      tier: 'gold',
    });
  });

  it('stays among the parts of the entry when the player goes over to another part of a split', () => {
    const program = programOf({ splits: [{ key: 'country', attributes: ['country'] }] });
    const from = (player: Player, country: string) => {
      const change = { mode: 'merge' as const, attributes: { country } };
      return changePlayer(program, player, { kind: 'profile', change }, 2_000).player;
    };
    const seated = score(from(anna, 'br'), 5, () => FIRST, program);
    expect(entryOf(seated)?.parts).toEqual(['country:br', FIRST]);
    expect(entryOf({ player: from(seated.player, 'de') })?.parts).toEqual(['country:de', FIRST]);
    expect(entryOf({ player: from(seated.player, 'de') }, 'all')?.parts).toEqual(['country:de']);
  });

  it('is the same in a replay, and stays when the event that took it is taken back', () => {
    const record = (eventId: string, at: number): RecordedEvent => ({
      ...{ workspace: 'ws_1', eventId, type: 'scored', playerId: 'anna', status: 'processed', release: 1 },
      ...{ occurredAt: at, decidedAt: at, properties: { amount: 5 } },
    });
    const history: RecordedEvent[] = [
      { ...record('first', 1_000), inputs: { claims: {}, seats: { 'top@1 1970-W01': FIRST } } },
      record('second', 2_000),
    ];
    const programs = () => PROGRAM;
    const replayed = replayEvents(programs, history).get('ws_1')?.get('anna');
    if (!replayed) throw new Error('nothing was replayed');
    expect(entryOf({ player: replayed })).toMatchObject({ score: 10, seat: FIRST });
    const voided = voidEvent(programs, replayed, history, 'first', { now: 3_000, release: 1 });
    if (!voided.ok) throw new Error(voided.error.detail);
    expect(entryOf(voided.value)).toMatchObject({ score: 5, seat: FIRST, parts: [FIRST] });
  });
});
