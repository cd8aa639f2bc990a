import type { BoardDefinition, WindowDefinition } from '@laurel/leaderboards-domain';
import { FakeClock } from '@laurel/testing';
import { FrozenInMemory, aFrozenWindow } from '../frozen/frozen-windows.builder.js';
import { aBoard } from '../reading/board.builder.js';
import { AnnouncedBoards } from './announced-boards.js';
import { BoardDirectory } from './board-directory.js';

const ALL: WindowDefinition = { kind: 'all' };
const season = (key: string, start: string, end: string): WindowDefinition => ({
  kind: 'season',
  key,
  start: `${start}T00:00:00Z`,
  end: `${end}T00:00:00Z`,
});
const PAST = season('2013-14', '2013-08-01', '2014-06-01');
const RUNNING = season('2014-15', '2014-08-01', '2015-06-01');

class BoardsInMemory extends AnnouncedBoards {
  constructor(public boards: Readonly<Record<string, readonly BoardDefinition[]>>) {
    super();
  }

  override async boardsOf(workspace: string): Promise<readonly BoardDefinition[]> {
    return this.boards[workspace] ?? [];
  }
}

describe('the board directory', () => {
  let clock: FakeClock;
  let source: BoardsInMemory;
  let frozen: FrozenInMemory;
  let directory: BoardDirectory;

  it('sees a release at once for those who ask it to', async () => {
    const current = new BoardDirectory(source, frozen, clock, undefined, 0);
    expect(await current.find('ws_1', 'new')).toMatchObject({ ok: false });
    source.boards = { ws_1: [aBoard({ key: 'new', windows: [ALL] })] };
    expect(await current.find('ws_1', 'new')).toMatchObject({ ok: true });
  });

  beforeEach(() => {
    clock = new FakeClock(Date.parse('2015-01-01T00:00:00Z'));
    source = new BoardsInMemory({ ws_1: [aBoard({ windows: [ALL, PAST, RUNNING] })] });
    frozen = new FrozenInMemory();
    directory = new BoardDirectory(source, frozen, clock);
  });

  it('finds a window by its key', async () => {
    expect(await directory.find('ws_1', 'premier-league', { window: '2013-14' })).toMatchObject({
      ok: true,
      value: { workspace: 'ws_1', board: { key: 'premier-league' }, window: { key: '2013-14' } },
    });
  });

  it('takes the running season where none is named', async () => {
    expect(await directory.find('ws_1', 'premier-league')).toMatchObject({
      value: { window: { key: '2014-15' } },
    });
  });

  it('takes the season that runs by the clock of the workspace', async () => {
    const yearMs = 366 * 86_400_000;
    const offsetMs = (workspace: string) => Promise.resolve(workspace === 'ws_1' ? -yearMs : 0);
    directory = new BoardDirectory(source, frozen, clock, { offsetMs, latestOffsetMs: offsetMs });
    expect(await directory.find('ws_1', 'premier-league')).toMatchObject({
      value: { window: { key: '2013-14' } },
    });
  });

  it('knows no board of another workspace', async () => {
    expect(await directory.find('ws_2', 'premier-league')).toMatchObject({
      ok: false,
      error: { code: 'leaderboards.not_found' },
    });
  });

  it('names the windows there are', async () => {
    expect(await directory.find('ws_1', 'premier-league', { window: '1999' })).toMatchObject({
      error: {
        code: 'leaderboards.window_not_found',
        detail: 'The windows of this leaderboard are: all, 2013-14, 2014-15.',
      },
    });
  });

  it.each(['constructor', '__proto__', ''])('knows no board %j', async (key) => {
    expect(await directory.find('ws_1', key)).toMatchObject({ error: { code: 'leaderboards.not_found' } });
  });

  it('sees a new release within a second', async () => {
    await directory.find('ws_1', 'premier-league');
    source.boards = { ws_1: [] };
    clock.advance(1_000);
    expect(await directory.find('ws_1', 'premier-league')).toMatchObject({ ok: false });
  });

  describe('of windows that recur', () => {
    const WEEKLY: WindowDefinition = { kind: 'weekly' };
    const WEEK_1 = { window: '2015-W01', end: Date.parse('2015-01-05T00:00:00Z') };
    const find = (window?: string) => directory.find('ws_1', 'premier-league', { window });

    beforeEach(() => {
      source.boards = { ws_1: [aBoard({ windows: [WEEKLY, ALL], graceSeconds: 60 })] };
    });

    it('finds the one that runs by the name of its definition', async () => {
      expect(await find('weekly')).toMatchObject({ value: { window: { key: '2015-W01' } } });
      expect(await find()).toMatchObject({ value: { window: { key: '2015-W01' } } });
    });

    it('finds the last one by that name, and by none, where no other comes', async () => {
      const windows = [{ kind: 'weekly', to: '2014-08-20T00:00:00Z' } as const];
      source.boards = { ws_1: [aBoard({ windows })] };

      for (const window of ['weekly', undefined]) {
        expect(await directory.find('ws_1', 'premier-league', { window })).toMatchObject({
          value: { window: { key: '2014-W34' }, closed: true },
        });
      }
    });

    it('says that one is closed once its grace is over, and no sooner', async () => {
      clock.advance(WEEK_1.end + 59_999 - clock.now());
      expect(await find('2015-W01')).not.toHaveProperty('value.closed');
      clock.advance(WEEK_1.end + 60_000 - clock.now());
      expect(await find('2015-W01')).toMatchObject({ value: { closed: true } });
    });

    it('finds what is kept of one that has been frozen', async () => {
      clock.advance(WEEK_1.end + 60_000 - clock.now());
      const kept = frozen.put(aFrozenWindow(WEEK_1));
      expect(await find('2015-W01')).toMatchObject({ value: { closed: true, frozen: kept } });
    });

    it.each(['closing', 'frozen'] as const)(
      'says that one is closed which a change of the schedule closed, though it would be open: %s',
      async (state) => {
        frozen.put(aFrozenWindow({ ...WEEK_1, ending: 'schedule_changed', state }));
        expect(await find('2015-W01')).toMatchObject({ value: { window: { key: '2015-W01' }, closed: true } });
        expect(await find('weekly')).toMatchObject({ value: { window: { key: '2015-W01' }, closed: true } });
      },
    );

    it('finds one of a schedule that the board had before', async () => {
      frozen.put(aFrozenWindow({ window: '2014-12', name: 'monthly', ending: 'schedule_changed' }));
      expect(await find('2014-12')).toMatchObject({
        value: { window: { key: '2014-12', name: 'monthly' }, closed: true },
      });
      expect(await find('2014-11')).toMatchObject({ error: { code: 'leaderboards.window_not_found' } });
    });
  });

  describe('of boards that are divided', () => {
    const find = (segment: string) => directory.find('ws_1', 'premier-league', { segment });

    beforeEach(() => {
      const splits = [
        { key: 'region', attributes: ['country', 'city'] },
        { key: 'vip', segment: 'vips' },
      ];
      source.boards = { ws_1: [aBoard({ windows: [ALL], splits })] };
    });

    it.each([
      ['region:DE:K%C3%B6ln', 'region:DE:K%C3%B6ln'],
      ['region:DE:Köln', 'region:DE:K%C3%B6ln'],
      ['region:DE:100%', 'region:DE:100%25'],
      ['vip', 'vip'],
    ])('finds the part %j', async (segment, part) => {
      expect(await find(segment)).toMatchObject({ value: { part } });
    });

    it.each(['region', 'region:DE', 'region:DE:Bonn:1', 'vip:yes', 'team:red', '', 'constructor'])(
      'knows no part %j, and names those there are',
      async (segment) => {
        expect(await find(segment)).toMatchObject({
          error: {
            code: 'leaderboards.segment_not_found',
            detail: 'The segments of this leaderboard are: region:<country>:<city>, vip.',
          },
        });
      },
    );
  });

  it('keeps a board for servers from who may be anyone', async () => {
    source.boards = { ws_1: [aBoard({ serverOnly: true })] };
    expect(await directory.find('ws_1', 'premier-league', { isPublic: true })).toMatchObject({
      error: { code: 'leaderboards.server_only' },
    });
    expect(await directory.find('ws_1', 'premier-league', { isPublic: false })).toMatchObject({ ok: true });
  });
});
