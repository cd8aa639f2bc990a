import type { BoardDefinition, WindowDefinition } from '@laurel/leaderboards-domain';
import { FakeClock } from '@laurel/testing';
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
  let directory: BoardDirectory;

  beforeEach(() => {
    clock = new FakeClock(Date.parse('2015-01-01T00:00:00Z'));
    source = new BoardsInMemory({ ws_1: [aBoard({ windows: [ALL, PAST, RUNNING] })] });
    directory = new BoardDirectory(source, clock);
  });

  it('finds a window by its key', async () => {
    expect(await directory.find('ws_1', 'premier-league', '2013-14')).toMatchObject({
      ok: true,
      value: { workspace: 'ws_1', board: { key: 'premier-league' }, window: { key: '2013-14' } },
    });
  });

  it('takes the running season where none is named', async () => {
    expect(await directory.find('ws_1', 'premier-league', undefined)).toMatchObject({
      value: { window: { key: '2014-15' } },
    });
  });

  it('takes the season that runs by the clock of the workspace', async () => {
    const yearMs = 366 * 86_400_000;
    const offsetMs = (workspace: string) => Promise.resolve(workspace === 'ws_1' ? -yearMs : 0);
    directory = new BoardDirectory(source, clock, { offsetMs, latestOffsetMs: offsetMs });
    expect(await directory.find('ws_1', 'premier-league', undefined)).toMatchObject({
      value: { window: { key: '2013-14' } },
    });
  });

  it('knows no board of another workspace', async () => {
    expect(await directory.find('ws_2', 'premier-league', undefined)).toMatchObject({
      ok: false,
      error: { code: 'leaderboards.not_found' },
    });
  });

  it('names the windows there are', async () => {
    expect(await directory.find('ws_1', 'premier-league', '1999')).toMatchObject({
      error: {
        code: 'leaderboards.window_not_found',
        detail: 'The windows of this leaderboard are: all, 2013-14, 2014-15.',
      },
    });
  });

  it.each(['constructor', '__proto__', ''])('knows no board %j', async (key) => {
    expect(await directory.find('ws_1', key, undefined)).toMatchObject({ error: { code: 'leaderboards.not_found' } });
  });

  it('sees a new release within a second', async () => {
    await directory.find('ws_1', 'premier-league', undefined);
    source.boards = { ws_1: [] };
    clock.advance(1_000);
    expect(await directory.find('ws_1', 'premier-league', undefined)).toMatchObject({ ok: false });
  });
});
