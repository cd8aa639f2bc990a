import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { WindowPreviewDto } from './preview-windows.dto.js';
import { FakeDrafts, FakeProducer, FakeStore, READER, clientOf, releasesApp } from '../releases-app.builder.js';

const drafts = new FakeDrafts();
const YEAR_MS = 365 * 86_400_000;
const offsetMs = () => Promise.resolve(YEAR_MS);

let app: NestFastifyApplication;
const { call } = clientOf(() => app);
const preview = (body: object) => call('POST', '/v1/draft/window-preview', body, { key: READER });

beforeAll(async () => {
  const clocks = { offsetMs, latestOffsetMs: offsetMs };
  app = await releasesApp({ store: new FakeStore(drafts), drafts, producer: new FakeProducer(), clocks });
});
afterAll(() => app.close());

describe('the preview of windows over HTTP', () => {
  it('shows the running one and the next ten, by the clock of the workspace', async () => {
    const answer = await preview({ windows: [{ kind: 'daily', timeZone: 'Asia/Tokyo' }, { kind: 'all' }] });

    expect(answer.statusCode).toBe(200);
    const { now, open, upcoming } = answer.json<WindowPreviewDto>();
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(YEAR_MS - 60_000);
    expect(open).toMatchObject([
      { name: 'daily', timeZone: 'Asia/Tokyo' },
      { key: 'all', start: null, closesAt: null },
    ]);
    expect(upcoming).toHaveLength(10);
    expect(upcoming[0]?.start).toBe(open[0]?.end);
  });

  it.each<[string, object, string]>([
    ['no definition', { windows: [] }, '/windows'],
    ['one that is none', { windows: [{ kind: 'weekly', weekStart: 'moonday' }] }, '/windows/0/weekStart'],
    ['too many windows', { windows: [{ kind: 'daily' }], count: 51 }, '/count'],
  ])('refuses %s by its pointer', async (_case, body, path) => {
    const answer = await preview(body);
    expect([answer.statusCode, answer.json().errors[0].path]).toEqual([422, path]);
  });
});
