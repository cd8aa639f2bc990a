import type { LivePosition, ServerFrame, StandingRow } from '@laurel/contracts';
import { WatchedRun } from '@laurel/platform-ws';
import { KeepingOutlet } from '@laurel/testing';
import fc from 'fast-check';
import { encodeDelta, encodeSnapshot } from './view-frames.js';
import { NOT_READ, type ViewState, changeBetween } from './view-state.js';

const NAME = { board: 'b', window: 'weekly', view: { kind: 'top', limit: 4 } } as const;

/** Something that happens to a board of six players; most often a score, now and then all is anew. */
type Happening = { readonly player: number; readonly score: number } | 'warms' | 'next window';

const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    { weight: 60, arbitrary: fc.record({ player: fc.nat(5), score: fc.nat(4) }) },
    { weight: 1, arbitrary: fc.constantFrom('warms' as const, 'next window' as const) },
  ),
  { maxLength: 40 },
);

/** The best four as `competition` numbers them. */
function rowsOf(scores: ReadonlyMap<number, number>): StandingRow[] {
  const entries = [...scores].map(([player, score]) => ({
    rank: 1 + [...scores.values()].filter((other) => other > score).length,
    playerId: `p${player}`,
    score,
    columns: {},
    reachedAt: null,
  }));
  return entries.sort(byRank).slice(0, NAME.view.limit);
}

const byRank = (left: StandingRow, right: StandingRow): number =>
  (left.rank ?? 0) - (right.rank ?? 0) || (left.playerId < right.playerId ? -1 : 1);

/** A view whose states a test makes. */
class MadeView {
  state: ViewState = NOT_READ;
  readonly run = new WatchedRun('view', (at) => encodeSnapshot(NAME, at, this.state));
  private readonly scores = new Map<number, number>();
  private window = 1;

  happen(happening: Happening): void {
    if (happening === 'next window') {
      this.window += 1;
      this.scores.clear();
    } else if (happening !== 'warms') this.scores.set(happening.player, happening.score);
    const warming = happening === 'warms';
    const seen = { total: warming ? null : this.scores.size, rows: warming ? [] : rowsOf(this.scores) };
    const next = { boardId: 'b@1', window: `week ${this.window}`, warming, ...seen };
    const change = changeBetween(this.state, next, 'top');
    this.state = next;
    if (change.kind === 'delta') this.run.push((at) => encodeDelta(NAME, at, change));
    if (change.kind === 'snapshot') this.run.restart();
  }
}

/** A client that keeps the table as the frames tell, and refuses what does not continue it. */
class Client {
  readonly outlet = new KeepingOutlet();
  position: LivePosition | undefined;
  total: number | null = null;
  private rows = new Map<string, StandingRow>();

  get table(): StandingRow[] {
    return [...this.rows.values()].sort(byRank);
  }

  /** @returns the types of the frames */
  take(): ServerFrame['type'][] {
    return this.outlet.take().map((frame) => {
      if (frame.type === 'snapshot' && 'entries' in frame) this.replace(frame);
      if (frame.type === 'delta' && 'changed' in frame) this.apply(frame);
      if (frame.type === 'resumed') expect(frame).toMatchObject(this.position ?? {});
      return frame.type;
    });
  }

  private replace(frame: Extract<ServerFrame, { entries: unknown }>): void {
    this.position = { epoch: frame.epoch, seq: frame.seq };
    this.rows = new Map(frame.entries.map((row) => [row.playerId, row]));
    this.total = frame.total;
  }

  private apply({ epoch, seq, changed, removed, total }: Extract<ServerFrame, { changed: unknown }>): void {
    expect({ epoch, seq: seq - 1 }).toEqual(this.position);
    this.position = { epoch, seq };
    for (const playerId of removed) this.rows.delete(playerId);
    for (const row of changed) this.rows.set(row.playerId, row);
    this.total = total;
  }
}

/** Cuts a client off after some of what happens, lets it back in after some more, and compares at the end. */
function cutAndComeBack(before: Happening[], meanwhile: Happening[], afterwards: Happening[]): ServerFrame['type'][] {
  const view = new MadeView();
  const client = new Client();
  view.run.join(client.outlet, {});
  view.happen('warms');
  for (const happening of before) view.happen(happening);
  client.take();
  view.run.leave(client.outlet);
  for (const happening of meanwhile) view.happen(happening);
  view.run.join(client.outlet, client.position ? { after: client.position } : {});
  const types = client.take();
  expectSame(client, view);
  for (const happening of afterwards) view.happen(happening);
  client.take();
  expectSame(client, view);
  return types;
}

function expectSame({ table, total }: Client, { state }: MadeView): void {
  expect({ table, total }).toEqual({ table: [...state.rows], total: state.total });
}

describe('a client that comes back', () => {
  it('has the table of a snapshot, wherever it was cut off, by all that it missed or by a snapshot alone', () => {
    fc.assert(
      fc.property(happenings, happenings, happenings, (before, meanwhile, afterwards) => {
        const [first, ...rest] = cutAndComeBack(before, meanwhile, afterwards);
        expect(['resumed', 'snapshot']).toContain(first);
        expect(rest.every((type) => first === 'resumed' && type === 'delta')).toBe(true);
      }),
    );
  });

  it.each([
    [256, 'resumed'],
    [257, 'snapshot'],
  ])('after %i changes is answered by %s', (changes, answer) => {
    const scores = Array.from({ length: changes }, (_, score) => ({ player: 0, score }));
    const [first, ...rest] = cutAndComeBack([{ player: 1, score: 3 }], scores, []);
    expect(first).toBe(answer);
    expect(rest).toHaveLength(answer === 'resumed' ? changes : 0);
  });
});
