import { LeaderboardsApp, SEASON } from '../leaderboards-app.builder.js';
import { aBoard } from '../reading/board.builder.js';
import type { LeaderboardPageDto } from './list-boards.dto.js';

const CUP = aBoard({
  key: 'cup',
  ties: { columns: [], then: 'shared' },
  windows: [{ kind: 'weekly', timeZone: 'Europe/Berlin' }, { kind: 'all' }],
  splits: [{ key: 'country', attributes: ['country'] }],
});
const ARCHIVE = aBoard({ key: 'archive', windows: [SEASON], numbering: 'dense', serverOnly: true });

describe('the list of leaderboards over HTTP', () => {
  let world: LeaderboardsApp;

  beforeEach(async () => {
    world = await LeaderboardsApp.start();
    world.boards = { ws_1: [CUP, ARCHIVE], ws_2: [aBoard({ key: 'theirs' })] };
  });

  afterEach(() => world.close());

  const list = async (query = '', token?: string): Promise<LeaderboardPageDto> => {
    const { status, body } = await world.get(`leaderboards${query}`, token);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body as LeaderboardPageDto;
  };
  const keys = ({ entries }: LeaderboardPageDto): string[] => entries.map(({ key }) => key);

  it('tells of each how it ranks, and how full the windows are that run', async () => {
    world.ranks.put('ann', 90, [], 0);
    world.ranks.put('bob', 80, [], 0);
    const { entries } = await list('?q=cup');
    expect(entries).toEqual([
      {
        key: 'cup',
        stat: 'points',
        aggregation: 'sum',
        order: 'desc',
        columns: [],
        then: 'shared',
        numbering: 'competition',
        windows: ['weekly', 'all'],
        splits: [{ key: 'country', attributes: ['country'] }],
        league: null,
        serverOnly: false,
        running: [
          expect.objectContaining({
            key: '2026-W01',
            name: 'weekly',
            timeZone: 'Europe/Berlin',
            closed: false,
            total: 2,
          }),
          expect.objectContaining({ key: 'all', name: 'all', start: null, end: null, total: 2 }),
        ],
      },
    ]);
  });

  it('shows the season that ended last of one of which none runs', async () => {
    expect((await list('?q=arch')).entries[0]).toMatchObject({
      numbering: 'dense',
      columns: [{ stat: 'goal_difference', order: 'desc' }],
      running: [{ key: '2014-15', name: '2014-15' }],
    });
  });

  it('goes by key, page by page', async () => {
    const first = await list('?limit=1');
    expect(keys(first)).toEqual(['archive']);
    const second = await list(`?limit=1&cursor=${first.next}`);
    expect([keys(second), second.next]).toEqual([['cup'], null]);
  });

  it('refuses a cursor of another search, and a search that no key can match', async () => {
    const { next } = await list('?limit=1');
    for (const query of [`?q=c&cursor=${next}`, '?q=A%20B']) {
      expect(await world.get(`leaderboards${query}`)).toMatchObject({
        status: 422,
        body: { code: 'http.invalid_input' },
      });
    }
  });

  it('leaves out what is for servers where anyone may be asking', async () => {
    expect(keys(await list('', 'publishable'))).toEqual(['cup']);
    expect(keys(await list('', 'player'))).toEqual(['cup']);
  });

  it('is not for player tokens of some leaderboards', async () => {
    expect((await world.get('leaderboards', 'only-cup')).status).toBe(403);
  });

  it('is empty where nothing was published', async () => {
    expect(await list('', 'ws_3')).toEqual({ now: '2026-01-01T00:00:00.000Z', entries: [], next: null });
  });
});
