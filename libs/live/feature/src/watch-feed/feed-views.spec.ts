import type { FeedFrame, LivePosition, Outcome } from '@laurel/contracts';
import { isInSample } from '@laurel/live-domain';
import { HELD_MS } from '@laurel/platform-ws';
import { KeepingOutlet } from '@laurel/testing';
import { anOutcome } from '../outcomes/outcome.builder.js';
import type { FeedRequest } from './feed-request.js';
import { FEED_TICK_MS } from './feed-view.js';
import { FeedViews } from './feed-views.js';

const ALL: FeedRequest = { filter: {}, sample: 1 };
const several = (count: number, more: Partial<Outcome> = {}): Outcome[] =>
  Array.from({ length: count }, (_, index) => anOutcome({ eventId: `${more.type ?? 'e'}-${index}`, ...more }));

describe('watched feeds', () => {
  let heard: Outcome[];
  let views: FeedViews;
  let watched: number;
  let outlet: KeepingOutlet;

  beforeEach(() => {
    jest.useFakeTimers({ now: 1_700_000_000_000 });
    heard = [];
    watched = 0;
    views = new FeedViews({ latest: () => heard }, (count) => (watched = count));
    outlet = new KeepingOutlet();
  });

  afterEach(() => {
    views.onApplicationShutdown();
    jest.useRealTimers();
  });

  const watch = (request = ALL, after?: LivePosition) =>
    views.watch('ws_1', request, outlet, { answerTo: 'mine', after });
  const happen = async (...outcomes: readonly Outcome[]): Promise<FeedFrame[]> => {
    views.hear('ws_1', outcomes);
    await jest.advanceTimersByTimeAsync(FEED_TICK_MS);
    return outlet.take() as FeedFrame[];
  };
  const idsOf = ({ outcomes }: Pick<FeedFrame, 'outcomes'>): readonly string[] =>
    outcomes.map(({ eventId }) => eventId);

  it('begin with what was heard last, at most a hundred', () => {
    heard = several(120);
    watch();
    const [snapshot] = outlet.take();
    expect(snapshot).toMatchObject({ type: 'snapshot', id: 'mine', subscription: 'feed', topic: 'feed', seq: 1 });
    expect(idsOf(snapshot as never)).toEqual(heard.slice(20).map(({ eventId }) => eventId));
  });

  it('go on with what is decided, together every quarter of a second', async () => {
    watch();
    outlet.take();
    expect(await happen(anOutcome({ eventId: 'a' }), anOutcome({ eventId: 'b' }))).toEqual([
      {
        type: 'event',
        event: 'outcomes',
        subscription: 'feed',
        epoch: expect.any(String) as string,
        seq: 2,
        outcomes: [
          {
            eventId: 'a',
            type: 'match_played',
            playerId: 'arsenal',
            status: 'processed',
            occurredAt: '2014-08-16T14:00:00.000Z',
            decidedAt: '2014-08-16T16:00:00.000Z',
            effects: [{ kind: 'award', rule: 'win', currency: 'coins', amount: 3, balance: 3 }],
          },
          expect.objectContaining({ eventId: 'b' }),
        ],
        skipped: 0,
      },
    ]);
    expect(await happen()).toEqual([]);
  });

  it.each([
    ['types', { types: ['goal'] }, { type: 'goal' }],
    ['the player', { playerId: 'chelsea' }, { playerId: 'chelsea' }],
    ['statuses', { statuses: ['failed' as const] }, { status: 'failed' as const }],
    ['a rule', { rule: 'lose' }, { effects: [{ kind: 'refused' as const, rule: 'lose', code: 'c', detail: 'd' }] }],
  ])('show what agrees with a filter by %s, and count nothing else', async (_what, filter, match) => {
    watch({ filter, sample: 1 });
    outlet.take();
    const frames = await happen(anOutcome({ eventId: 'other' }), anOutcome({ eventId: 'match', ...match }));
    expect(frames.map(idsOf)).toEqual([['match']]);
    expect(frames).toMatchObject([{ skipped: 0 }]);
  });

  it('show a sample by the id of the outcome, and count the rest', async () => {
    watch({ filter: {}, sample: 0.3 });
    outlet.take();
    const outcomes = several(60);
    const chosen = outcomes.filter(({ id }) => isInSample(id, 0.3)).map(({ eventId }) => eventId);
    const [frame] = await happen(...outcomes);
    expect(frame && idsOf(frame)).toEqual(chosen);
    expect(frame).toMatchObject({ skipped: 60 - chosen.length });
  });

  it('show two hundred a second at most', async () => {
    watch();
    outlet.take();
    const [frame] = await happen(...several(5_000));
    expect(frame?.outcomes).toHaveLength(50);
    expect(frame).toMatchObject({ skipped: 4_950 });
  });

  it('call boards and stats by their keys', async () => {
    watch();
    outlet.take();
    const standing = { kind: 'standing', window: 'all', score: 3, columns: [], reachedAt: 0 } as const;
    const effects = [{ ...standing, board: 'league@2' }, { kind: 'restatement', stat: 'points@1', value: 3 } as const];
    const [frame] = await happen(anOutcome({ effects }));
    expect(frame?.outcomes[0]?.effects).toMatchObject([{ board: 'league' }, { stat: 'points' }]);
  });

  it('show once what is told twice', async () => {
    watch();
    outlet.take();
    const failed = anOutcome({ status: 'failed' });
    const [frame] = await happen(failed, failed, anOutcome({ decidedAt: failed.decidedAt + 1 }));
    expect(frame).toMatchObject({ outcomes: [{ status: 'failed' }, { status: 'processed' }], skipped: 0 });
  });

  it('go on where the connection was lost, with what was decided meanwhile', async () => {
    const { close } = watch();
    const [{ epoch, seq } = {} as LivePosition] = outlet.take() as unknown as LivePosition[];
    close();
    await happen(anOutcome({ eventId: 'missed' }));
    watch(ALL, { epoch, seq });
    const [resumed, missed] = outlet.take();
    expect(resumed).toMatchObject({ type: 'resumed', epoch, seq });
    expect(missed).toMatchObject({ type: 'event', epoch, seq: 2, outcomes: [{ eventId: 'missed' }] });
  });

  it('are apart between workspaces, and given up when nobody watches', async () => {
    const { close } = watch();
    outlet.take();
    views.hear('ws_2', several(3));
    expect(await happen()).toEqual([]);
    expect([views.wants('ws_1'), views.wants('ws_2')]).toEqual([true, false]);
    close();
    await jest.advanceTimersByTimeAsync(HELD_MS);
    expect([watched, views.wants('ws_1')]).toEqual([0, false]);
  });
});
