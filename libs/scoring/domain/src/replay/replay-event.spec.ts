import fc from 'fast-check';
import { decide } from '../decide.js';
import { type Player, newPlayer } from '../player.js';
import { type Program, compileProgram } from '../program.js';
import { canonicalJson } from './canonical-json.js';
import { histories, revive, textOf } from './recorded-history.builder.js';
import { type RecordedEvent, inputsOf, replayEvent } from './replay-event.js';
import { replayEvents } from './replay-events.js';

/** Players as the scoring service commits them: in batches, each from what the one before it stored, read back from BSON. */
function committed(
  {
    events,
    programs,
  }: { events: readonly RecordedEvent[]; programs: (ws: string, release: number) => Program | undefined },
  batchSize: number,
): Map<string, string> {
  const stored = new Map<string, string>();
  for (let start = 0; start < events.length; start += batchSize) {
    const inMemory = new Map<string, Player>();
    for (const event of events.slice(start, start + batchSize)) {
      const program = programs(event.workspace, event.release);
      if (event.status !== 'processed' || !program) continue;
      const id = `${event.workspace}|${event.playerId}`;
      const kept = stored.get(id);
      const before =
        inMemory.get(id) ?? (kept ? revive(kept) : newPlayer(event.workspace, event.playerId, event.decidedAt));
      inMemory.set(id, decide(program, before, event, inputsOf(event)).player);
    }
    for (const [id, player] of inMemory) stored.set(id, textOf(player));
  }
  return stored;
}

const textsOf = (workspaces: ReadonlyMap<string, ReadonlyMap<string, Player>>): Map<string, string> =>
  new Map(
    Array.from(workspaces).flatMap(([workspace, players]) =>
      Array.from(players, ([id, player]): [string, string] => [`${workspace}|${id}`, textOf(player)]),
    ),
  );

describe('replaying recorded events from nothing', () => {
  it('gives the players that were committed, byte for byte, in whatever batches they were', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 20 }), (history, batchSize) => {
        expect(textsOf(replayEvents(history.programs, history.events))).toEqual(committed(history, batchSize));
      }),
    );
  });

  it('gives the same for the same, and changes nothing that it is given', () => {
    fc.assert(
      fc.property(histories, ({ events, programs }) => {
        const before = JSON.stringify(events);
        expect(textsOf(replayEvents(programs, events))).toEqual(textsOf(replayEvents(programs, events)));
        expect(JSON.stringify(events)).toBe(before);
      }),
    );
  });

  it('does not depend on how the events of different players are mixed', () => {
    const mixed = histories.chain((history) =>
      fc.shuffledSubarray([...history.events], { minLength: history.events.length }).map((order) => ({
        history,
        order: inOrderPerPlayer(history.events, order),
      })),
    );
    fc.assert(
      fc.property(mixed, ({ history: { events, programs }, order }) => {
        expect(textsOf(replayEvents(programs, order))).toEqual(textsOf(replayEvents(programs, events)));
      }),
    );
  });

  it('decides each event as it was decided first', () => {
    fc.assert(
      fc.property(histories, ({ events, programs }) => {
        const players = new Map<string, Player>();
        for (const event of events.filter(({ status }) => status === 'processed')) {
          const program = programs(event.workspace, event.release);
          if (!program) throw new Error('unknown release');
          const id = `${event.workspace}|${event.playerId}`;
          const player = players.get(id) ?? newPlayer(event.workspace, event.playerId, event.decidedAt);
          const first = decide(program, player, event, inputsOf(event));
          expect(replayEvent(program, players.get(id), event)).toEqual(first);
          players.set(id, first.player);
        }
      }),
    );
  });

  it('leaves out what had no effect, and players without an event that had one', () => {
    const program = compileProgram(1, { stats: [], rules: [], leaderboards: [] });
    const event = { workspace: 'ws_1', type: 'played', occurredAt: 1, release: 1, decidedAt: 5, properties: {} };

    const players = replayEvents(
      () => program,
      [
        { ...event, playerId: 'anna', eventId: 'a', status: 'failed' },
        { ...event, playerId: 'bea', eventId: 'b', status: 'processed' },
      ],
    );

    expect([...(players.get('ws_1')?.keys() ?? [])]).toEqual(['bea']);
  });

  it('fails at a release that is not known', () => {
    const event = { workspace: 'ws_1', playerId: 'a', eventId: 'a', type: 't', occurredAt: 1, properties: {} };

    expect(() => replayEvents(() => undefined, [{ ...event, release: 4, decidedAt: 5, status: 'processed' }])).toThrow(
      'release 4 of ws_1 is not known',
    );
  });
});

/** The events in another order, in which those of one player follow each other as before. */
function inOrderPerPlayer(events: readonly RecordedEvent[], order: readonly RecordedEvent[]): RecordedEvent[] {
  const queues = new Map<string, RecordedEvent[]>();
  const keyOf = ({ workspace, playerId }: RecordedEvent): string => `${workspace}|${playerId}`;
  for (const event of events) queues.set(keyOf(event), [...(queues.get(keyOf(event)) ?? []), event]);
  return order.flatMap((event) => queues.get(keyOf(event))?.shift() ?? []);
}

describe('canonical JSON', () => {
  it('is the same for the same members in any order, and differs for anything else', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
    expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }));
    expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }));
  });
});
