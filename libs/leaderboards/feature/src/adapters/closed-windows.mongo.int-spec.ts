import { BOARD_WINDOWS_COLLECTION, type BoardWindowDocument } from '@laurel/contracts';
import { connectMongo } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { aFrozenWindow } from '../frozen/frozen-windows.builder.js';
import { MongoClosedWindows } from './closed-windows.mongo.js';

const ended = (window: string, end: number, shape: Partial<BoardWindowDocument> = {}): BoardWindowDocument =>
  aFrozenWindow({ window, end, closesAt: end, ...shape });

describe('the windows of a board that have closed', () => {
  const { database } = uniqueTestScope();
  let connection: Awaited<ReturnType<typeof connectMongo>>;

  beforeAll(async () => {
    connection = await connectMongo({ url: testServers().mongoUrl, database });
    await db()
      .collection<BoardWindowDocument>(BOARD_WINDOWS_COLLECTION)
      .insertMany([
        ended('2025-W51', 100),
        ended('2025-12-14', 100),
        ended('2025-W52', 200),
        ended('2026-W01', 300),
        ended('2026-W02', 400, { state: 'closing' }),
        ended('2026-W01', 300, { board: 'premier-league@2' }),
        ended('2026-W01', 300, { workspace: 'ws_2' }),
      ]);
  });

  afterAll(async () => {
    await db().dropDatabase();
    await connection.close();
  });

  const db = () => connection.getClient().db(database);

  it('are listed with the latest first, none skipped or repeated between pages', async () => {
    const windows = new MongoClosedWindows(db());
    const seen: string[] = [];
    let last: BoardWindowDocument | undefined;
    do {
      const page: readonly BoardWindowDocument[] = await windows.list('ws_1', 'premier-league@1', last, 1);
      last = page[0];
      seen.push(...page.map(({ window }) => window));
    } while (last);
    expect(seen).toEqual(['2026-W02', '2026-W01', '2025-W52', '2025-W51', '2025-12-14']);
    expect(await windows.list('ws_1', 'premier-league@1', undefined, 10)).toHaveLength(5);
  });
});
