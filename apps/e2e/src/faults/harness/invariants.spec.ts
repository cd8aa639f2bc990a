import type { EventRecord, LedgerEntry, Outcome, PlayerDocument } from '@laurel/contracts';
import { releaseProgram } from '@laurel/releases-domain';
import { type Player, compileProgram, decide, newPlayer } from '@laurel/scoring-domain';
import { Chance } from '@laurel/faults';
import { rankRows } from './board-rules.js';
import { type DecidedEvent, expectedPlayers } from './expected-player.js';
import { GameEvents } from './game-events.js';
import { gameProgram } from './game-program.js';
import { checkApplied, checkLedger, checkModel, checkOutcomes, checkReplay, checkRows } from './invariants.js';
import { checkGrants, expectedWinners } from './prizes.js';
import type { BoardRow } from './read-board.js';
import { SentEvents } from './sent-events.js';

const BEGIN = 1_700_000_000_000;
const WORKSPACE = 'ws';
/** Between decisions: the windows that end in a game end among them. */
const STEP_MS = 150;
const NONE: ReadonlySet<string> = new Set();

/** A game that went well, scored here. */
function playedGame() {
  const events = new GameEvents(new Chance(7), 10, BEGIN);
  const sent = new SentEvents();
  const program = compileProgram(1, released());
  const players = new Map<string, Player>();
  const records: EventRecord[] = [];
  const ledger: LedgerEntry[] = [];
  for (let offset = 0; offset < 200; offset += 1) {
    const event = events.next();
    sent.begin(event);
    sent.settle(event, 'acknowledged', 1);
    const at = { workspace: WORKSPACE, occurredAt: Date.parse(event.occurredAt), decidedAt: BEGIN + offset * STEP_MS };
    const before = players.get(event.playerId) ?? newPlayer(WORKSPACE, event.playerId, at.decidedAt);
    const { player, effects } = decide(program, before, { ...event, ...at }, { now: at.decidedAt });
    players.set(event.playerId, player);
    const place = { partition: 0, epoch: 1, offset, release: 1, receivedAt: 0 };
    records.push({ ...event, ...at, ...place, status: 'processed', rules: [], effects });
    ledger.push(...movements(event.playerId, event.eventId, effects));
  }
  return { sent, records, ledger, programs: new Map([[1, program]]), players: [...players.values()].map(toDocument) };
}

function released() {
  const result = releaseProgram(
    gameProgram(BEGIN) as unknown as Parameters<typeof releaseProgram>[0],
    undefined,
    1,
    BEGIN,
  );
  if (!result) throw new Error('the program is not released');
  return result;
}

/** The events that were sent, with when they were decided. */
const decided = (sent: SentEvents, records: readonly EventRecord[]): DecidedEvent[] =>
  records.flatMap(({ eventId, decidedAt }) => {
    const event = sent.all.get(eventId)?.event;
    return event ? [{ ...event, decidedAt }] : [];
  });

const movements = (playerId: string, eventId: string, effects: EventRecord['effects']): LedgerEntry[] =>
  effects.flatMap((effect, index) => {
    if (effect.kind !== 'award') return [];
    const { currency, amount, balance, rule } = effect;
    const reason = { kind: 'rule' as const, rule, eventId };
    const entry = { workspace: WORKSPACE, playerId, currency, amount, balanceAfter: balance, reason, at: 0 };
    return [{ ...entry, id: `${eventId} ${index}` }];
  });

const toDocument = ({ playerId, stats, balances, boards }: Player): PlayerDocument => ({
  _id: playerId,
  workspace: WORKSPACE,
  playerId,
  partition: 0,
  stats: Object.fromEntries(stats),
  balances: Object.fromEntries(balances),
  boards: Object.fromEntries(Array.from(boards, ([board, windows]) => [board, Object.fromEntries(windows)])),
  createdAt: 0,
  updatedAt: 0,
});

const outcome = ({ workspace, playerId, eventId, ...record }: EventRecord): Outcome => {
  const { type, status, release, occurredAt, decidedAt, effects } = record;
  const id = `${workspace}|${playerId}|${eventId}`;
  return { id, workspace, playerId, eventId, type, status, release, occurredAt, decidedAt, effects };
};

/** The same once more, with nothing in it. */
const otherOutcome = (published: ReadonlyMap<string, Outcome[]>, id: string): Outcome[] =>
  (published.get(id) ?? []).map((it) => ({ ...it, effects: [] }));

describe('the checks of the fault suite', () => {
  it('find nothing in a game that went well', () => {
    const { sent, records, ledger, players, programs } = playedGame();
    const expected = expectedPlayers(decided(sent, records), { begin: BEGIN, publishedAt: BEGIN });

    expect(checkApplied(sent, records)).toEqual([]);
    expect(checkReplay(records, players, programs)).toEqual([]);
    expect(checkModel(expected, players, NONE)).toEqual([]);
    expect(checkLedger(ledger, players)).toEqual([]);
  });

  it('find an acknowledged event that is lost, and one that counted twice', () => {
    const { sent, records } = playedGame();
    const [first, ...others] = records;

    expect(checkApplied(sent, others)).toEqual([`1 acknowledged events are lost: ${first?.eventId}`]);
    expect(checkApplied(sent, [...records, ...records.slice(0, 1)])).toEqual([
      `1 events are applied more than once: ${first?.eventId}`,
    ]);
  });

  it('find a refused event that counted, one that nobody sent, and another body than the first', () => {
    const { sent, records } = playedGame();
    const refused = { ...new GameEvents(new Chance(1), 10, BEGIN).next(), eventId: 'refused' };
    sent.begin(refused);
    sent.settle(refused, 'refused', 1);
    const [one] = records;
    if (!one) throw new Error('no record');
    const { properties } = refused;
    const alien = { ...one, eventId: 'alien' };
    const changed = records.map((record) => (record === one ? { ...one, properties: { points: 1_000_000 } } : record));

    expect(checkApplied(sent, [...records, { ...one, eventId: 'refused', properties }])).toEqual([
      '1 refused events are applied: refused',
    ]);
    expect(checkApplied(sent, [...records, alien])).toEqual(['1 records are of events that nobody sent: alien']);
    expect(checkApplied(sent, changed)).toEqual([`1 records are not of the body that was sent first: ${one.eventId}`]);
  });

  it('find a balance, a stat or a row that is not what the events bring', () => {
    const { sent, records, ledger, players, programs } = playedGame();
    const expected = expectedPlayers(decided(sent, records), { begin: BEGIN, publishedAt: BEGIN });
    const [first, ...others] = players;
    if (!first) throw new Error('no player');
    const richer = [{ ...first, balances: { ...first.balances, coins: 1 } }, ...others];

    expect(checkLedger(ledger, richer)).toHaveLength(1);
    expect(checkModel(expected, richer, NONE)).toHaveLength(1);
    expect(checkReplay(records, richer, programs)).toHaveLength(1);
    expect(checkReplay(records, others, programs)).toHaveLength(1);
  });

  it('find a result that counted though its window had closed, and a prize that is missing, not paid or given twice', () => {
    const { sent, records, players } = playedGame();
    const events = decided(sent, records);
    const never = expectedPlayers(events, { begin: BEGIN, publishedAt: BEGIN + 60_000 });
    const times = { begin: BEGIN, publishedAt: BEGIN };
    const winners = expectedWinners(expectedPlayers(events, times), times);
    const grants = winners.map((winner) => {
      const [window = '', playerId = ''] = winner.split(' ');
      return { window, playerId, state: 'granted' as const };
    });

    expect(checkModel(never, players, NONE)).toHaveLength(1);
    expect(winners).toHaveLength(9);
    expect(checkGrants(grants, winners)).toEqual([]);
    expect(checkGrants(grants.slice(1), winners)).toHaveLength(1);
    expect(checkGrants([...grants, ...grants.slice(1, 2)], winners)).toHaveLength(1);
    expect(
      checkGrants(
        [...grants.slice(1), ...grants.slice(0, 1).map((it) => ({ ...it, state: 'failed' as const }))],
        winners,
      ),
    ).toHaveLength(1);
  });

  it('find outcomes that were never published, or published as something else', () => {
    const { records } = playedGame();
    const published = new Map(
      records.map((record) => [`${WORKSPACE}|${record.playerId}|${record.eventId}`, [outcome(record)]]),
    );
    const [first = ''] = published.keys();
    const changed = new Map(published).set(first, [...(published.get(first) ?? []), ...otherOutcome(published, first)]);
    const missing = new Map([...published].slice(1));

    expect(checkOutcomes(records, published)).toEqual([]);
    expect(checkOutcomes(records, missing)).toEqual([`1 outcomes were not published: ${first}`]);
    expect(checkOutcomes(records, changed)).toEqual([
      `1 outcomes were published that are not what was decided: ${first}`,
    ]);
  });

  it('find ranks that are wrong, and rows that are missing', () => {
    const row = (playerId: string, score: number): BoardRow => ({
      ...{ rank: null, playerId, score, columns: {}, reachedAt: '2020-01-01T00:00:00.000Z' },
    });
    const ranked = rankRows('kills', [row('b', 5), row('a', 5), row('c', 9)]);

    expect(ranked.map(({ playerId, rank }) => [playerId, rank])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 2],
    ]);
    expect(checkRows('kills', ranked, ranked)).toEqual([]);
    expect(checkRows('kills', ranked.slice(1), ranked)).not.toEqual([]);
    expect(
      checkRows(
        'kills',
        ranked.map((it) => ({ ...it, rank: 1 })),
        ranked,
      ),
    ).toHaveLength(1);
  });
});
