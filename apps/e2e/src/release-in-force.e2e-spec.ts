import {
  EVENTS_PARTITIONS,
  PARTITION_RELEASES_COLLECTION,
  type PartitionReleaseDocument,
  RELEASES_COLLECTION,
  type ReleaseDocument,
  partitionOf,
  playerKey,
  releaseDocumentId,
} from '@laurel/contracts';
import { connectMongo } from '@laurel/platform-mongo';
import { until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { LaurelStack, type TestWorkspace } from './stack/laurel-stack.js';

const program = (points: number) => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [{ key: 'win', on: ['won'], then: [{ effect: 'record', stat: 'points', amount: points }] }],
  leaderboards: [],
});

let stack: LaurelStack;
let ours: TestWorkspace;
let api: Api;
let mongo: Awaited<ReturnType<typeof connectMongo>>;
let players: readonly string[];

const setting = (name: string): string => stack.environment[name] ?? '';
const db = () => mongo.getClient().db(setting('LAUREL_MONGO_DATABASE'));

/** A player for each partition, in their order. */
function onePerPartition(workspace: string): string[] {
  const found = new Map<number, string>();
  for (let number = 0; found.size < EVENTS_PARTITIONS; number += 1) {
    const partition = partitionOf(playerKey(workspace, `p${number}`));
    if (!found.has(partition)) found.set(partition, `p${number}`);
  }
  return Array.from({ length: EVENTS_PARTITIONS }, (_, partition) => found.get(partition) ?? '');
}

/** By which release an event in each partition is decided, and how many points it brings. */
async function decisions(name: string): Promise<unknown[]> {
  const answers = await Promise.all(
    players.map((playerId) => api.sendAndWait({ eventId: `${name}-${playerId}`, type: 'won', playerId })),
  );
  return answers.map(({ body }) => [body['release'], (body['effects'] as { amount?: number }[])[0]?.amount]);
}

/** Waits until every partition has a release, also those to which nothing is sent. */
const untilEverywhere = (release: number) =>
  until(`release ${release} is in force in every partition`, async () => {
    const rows = await db()
      .collection<PartitionReleaseDocument>(PARTITION_RELEASES_COLLECTION)
      .find({ workspace: ours.workspace })
      .toArray();
    return rows.filter((row) => row.release === release).length === EVENTS_PARTITIONS;
  });

const everywhere = (decided: readonly [number, number]) => players.map(() => decided);

beforeAll(async () => {
  stack = await LaurelStack.shared();
  ours = await stack.createWorkspace('force', 'dev');
  api = new Api(stack, ours.secretKey);
  players = onePerPartition(ours.workspace);
  mongo = await connectMongo({ url: setting('LAUREL_MONGO_URL'), database: setting('LAUREL_MONGO_DATABASE') });
});
afterAll(async () => {
  await mongo.close();
  await stack.stop();
});

describe('a published release', () => {
  it('decides whatever is sent behind its announcement, in every partition, and nothing before', async () => {
    await api.publish(program(1));
    expect(await decisions('first')).toEqual(everywhere([1, 1]));

    const { body } = await api.publish(program(2));

    expect(body).toMatchObject({ release: 2, announcedAt: expect.any(String) });
    expect(await decisions('second')).toEqual(everywhere([2, 2]));
    for (const playerId of players) {
      expect((await api.query(`/v1/events/first-${playerId}?playerId=${playerId}`)).body).toMatchObject({ release: 1 });
    }
  });

  it('is in force in partitions in which nothing happens', async () => {
    await api.publish(program(3));

    await untilEverywhere(3);
  });

  it('is announced by any gateway when the one that stored it died before it could', async () => {
    const releases = db().collection<ReleaseDocument<object>>(RELEASES_COLLECTION);
    const stored = await releases.findOne({ _id: releaseDocumentId(ours.workspace, 3) });
    if (!stored) throw new Error('release 3 is not stored');
    const _id = releaseDocumentId(ours.workspace, 4);

    await releases.insertOne({ ...stored, _id, release: 4, announcedAt: null });

    await untilEverywhere(4);
    expect(await decisions('fourth')).toEqual(everywhere([4, 3]));
    expect((await api.admin('/v1/releases/4')).body).toMatchObject({ announcedAt: expect.any(String) });
  });
});
