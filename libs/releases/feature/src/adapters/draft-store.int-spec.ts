import { releaseDocumentId } from '@laurel/contracts';
import { EMPTY_PROGRAM } from '@laurel/releases-domain';
import { connectMongo, ensureIndexes } from '@laurel/platform-mongo';
import { testServers, uniqueTestScope } from '@laurel/testing';
import type { Db } from 'mongodb';
import type { StoredDraft } from '../draft/draft-store.port.js';
import type { Release } from '../release-store.port.js';
import { MongoDraftStore } from './draft-store.mongo.js';
import { releaseIndexes } from './release.indexes.js';
import { MongoReleaseStore } from './release-store.mongo.js';

const draft = (revision: string, workspace = 'ws_1'): StoredDraft => ({
  _id: workspace,
  revision,
  base: 0,
  program: EMPTY_PROGRAM,
  updatedAt: 1,
  updatedBy: 'key_1',
});
const release = (number: number, note = ''): Release => ({
  _id: releaseDocumentId('ws_1', number),
  workspace: 'ws_1',
  release: number,
  note,
  author: 'key_1',
  program: EMPTY_PROGRAM,
  publishedAt: number,
  announcedAt: null,
});

describe('drafts and releases in MongoDB', () => {
  const { database } = uniqueTestScope();
  let mongo: Awaited<ReturnType<typeof connectMongo>>;
  let db: Db;
  let drafts: MongoDraftStore;
  let releases: MongoReleaseStore;

  beforeAll(async () => {
    mongo = await connectMongo({ url: testServers().mongoUrl, database });
    db = mongo.getClient().db(database);
  });
  beforeEach(async () => {
    await db.dropDatabase();
    await ensureIndexes(db, releaseIndexes);
    drafts = new MongoDraftStore(db);
    releases = new MongoReleaseStore(db);
  });
  afterAll(async () => {
    await db.dropDatabase();
    await mongo.close();
  });

  it('saves a draft over none, or over the revision that is named', async () => {
    expect(await drafts.save(draft('a'), undefined)).toBe(true);
    expect(await drafts.save(draft('b'), undefined)).toBe(false);
    expect(await drafts.save(draft('b'), 'x')).toBe(false);
    expect(await drafts.save(draft('b'), 'a')).toBe(true);
    expect(await drafts.find('ws_1')).toEqual(draft('b'));
    expect(await drafts.save(draft('b', 'ws_2'), 'a')).toBe(false);
    expect(await drafts.find('ws_2')).toBeUndefined();
  });

  it('removes a draft of the revision that is named', async () => {
    await drafts.save(draft('a'), undefined);

    expect([await drafts.remove('ws_1', 'x'), await drafts.remove('ws_2', 'a')]).toEqual([false, false]);
    expect(await drafts.remove('ws_1', 'a')).toBe(true);
    expect(await drafts.remove('ws_1', 'a')).toBe(false);
  });

  it('stores the release that a draft became and takes the draft away, or does neither', async () => {
    await drafts.save(draft('a'), undefined);
    await releases.insert(release(1, 'of somebody else'));

    expect(await releases.insertDraft(release(1), 'a')).toBe('number_taken');
    expect(await releases.insertDraft(release(2), 'x')).toBe('draft_moved');
    expect(await drafts.find('ws_1')).toEqual(draft('a'));
    expect(await releases.latest('ws_1')).toMatchObject({ release: 1, note: 'of somebody else' });

    expect(await releases.insertDraft(release(2), 'a')).toBe('stored');
    expect(await drafts.find('ws_1')).toBeUndefined();
    expect(await releases.latest('ws_1')).toEqual(release(2));
  });

  it('lets one of an edit and a publishing of the same revision win, never both', async () => {
    for (let round = 1; round <= 20; round += 1) {
      const seen = `seen-${round}`;
      await drafts.save(draft(seen), undefined);

      const [published, edited] = await Promise.all([
        releases.insertDraft(release(round), seen),
        drafts.save(draft(`edited-${round}`), seen),
      ]);

      expect([published, edited]).toEqual(edited ? ['draft_moved', true] : ['stored', false]);
      const left = await drafts.find('ws_1');
      expect(left?.revision).toBe(edited ? `edited-${round}` : undefined);
      if (left) await drafts.remove('ws_1', left.revision);
      if (edited) await releases.insert(release(round));
    }
  });

  it('publishes a draft once, though many try', async () => {
    await drafts.save(draft('a'), undefined);

    const tries = await Promise.all([1, 2, 3, 4, 5, 6].map(() => releases.insertDraft(release(1), 'a')));

    expect(tries.filter((outcome) => outcome === 'stored')).toHaveLength(1);
  });

  it('leaves archived releases out of a slice, unless they are asked for', async () => {
    for (const number of [1, 2, 3]) await releases.insert(release(number));
    const numbers = async (archived: boolean) =>
      (await releases.slice('ws_1', { archived, order: 'newest_first', limit: 9 })).map((one) => one.release);

    await releases.markArchived('ws_1', 2, 5);

    expect([await numbers(false), await numbers(true)]).toEqual([
      [3, 1],
      [3, 2, 1],
    ]);
    await releases.markArchived('ws_1', 2, null);
    expect(await numbers(false)).toEqual([3, 2, 1]);
  });
});
