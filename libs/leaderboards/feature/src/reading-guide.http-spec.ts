import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LeaderboardsApp } from './leaderboards-app.builder.js';

const GUIDE = readFileSync(join(__dirname, '../../../../docs/guides/reading-leaderboards.md'), 'utf8');
const PATHS = [...GUIDE.matchAll(/curl "\$QUERY\/v1\/([^"]+)"/g)].flatMap(([, path]) => path ?? []);

describe('docs/guides/reading-leaderboards.md', () => {
  let world: LeaderboardsApp;

  beforeEach(async () => {
    world = await LeaderboardsApp.start();
    world.ranks.put('chelsea', 87);
    world.entries.windows.set('chelsea', new Map([['premier-league@1', ['2014-15']]]));
  });

  afterEach(() => world.close());

  it('has a command for each kind of read', () => {
    expect(new Set(PATHS).size).toBe(12);
  });

  it.each(PATHS)('has a command that works: %s', async (path) => {
    expect(await world.get(path)).toMatchObject({ status: 200 });
  });
});
