import {
  type DeadLetterMessage,
  PLAYERS_COLLECTION,
  type PlayerDocument,
  playerDocumentId,
  playerKey,
  topicNames,
  partitionOf,
} from '@laurel/contracts';
import { rankKeys } from '@laurel/leaderboards-feature';
import {
  EVENT_PAGES_COLLECTION,
  type EventPageDocument,
  LEDGER_PAGES_COLLECTION,
  type LedgerPageDocument,
} from '@laurel/platform-event-store';
import { KafkaProducer, createKafka } from '@laurel/platform-kafka';
import { connectMongo } from '@laurel/platform-mongo';
import { createRedisClient } from '@laurel/platform-redis';
import { type ProgramDocument, releaseProgram } from '@laurel/releases-domain';
import { silentLog, testServers, until } from '@laurel/testing';
import { Api } from './stack/api.js';
import { type CliRun, runLaurel } from './stack/laurel-cli.js';
import { LaurelStack, type TestWorkspace } from './stack/laurel-stack.js';

const program = (points: number) => ({
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'score',
      on: ['scored'],
      then: [
        { effect: 'record', stat: 'points', amount: points },
        { effect: 'award', currency: 'coins', amount: 2 },
      ],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
});

const PLAYERS = 20;
const MORNING = '2000-01-01';

let stack: LaurelStack;
let ours: TestWorkspace;
let api: Api;
let mongo: Awaited<ReturnType<typeof connectMongo>>;
const redis = createRedisClient({ url: testServers().redisUrl, commandTimeoutMs: 10_000 }, silentLog);
const producer = new KafkaProducer(
  createKafka({ brokers: testServers().kafkaBrokers, clientId: 'spec' }, silentLog),
  silentLog,
);

const laurel = (...args: string[]): Promise<CliRun> => runLaurel(stack.environment, ...args);
const setting = (name: string): string => stack.environment[name] ?? '';
const db = () => mongo.getClient().db(setting('LAUREL_MONGO_DATABASE'));
const topics = () => topicNames(setting('LAUREL_KAFKA_TOPIC_PREFIX'));
const ranks = () => {
  const [board] = releaseProgram(program(5) as ProgramDocument, undefined, 1).leaderboards;
  if (!board) throw new Error('the program has no leaderboard');
  return rankKeys(setting('LAUREL_REDIS_KEY_PREFIX'), ours.workspace, board);
};
const ranksKey = () => ranks().window('all').ranks;
const event = (playerId: string, eventId: string) => ({ eventId, type: 'scored', playerId });

interface Verified {
  readonly ok: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly differences: readonly { readonly check: string; readonly playerId?: string; readonly what: string }[];
}

/** What `verify --json` says, and how it ends. */
async function verify(...args: string[]): Promise<Verified & { readonly code: number | null }> {
  const { code, out, err } = await laurel('verify', '--json', ...args);
  if (code !== 0 && code !== 1) throw new Error(err);
  return { ...(JSON.parse(out) as Verified), code };
}

beforeAll(async () => {
  stack = await LaurelStack.start();
  ours = await stack.createWorkspace('cli', 'dev');
  const theirs = await stack.createWorkspace('cli', 'staging');
  mongo = await connectMongo({ url: setting('LAUREL_MONGO_URL'), database: setting('LAUREL_MONGO_DATABASE') });
  await producer.connect();
  api = new Api(stack, ours.secretKey);
  for (const each of [api, new Api(stack, theirs.secretKey)]) {
    await each.publish(program(5));
    const players = Array.from({ length: PLAYERS }, (_, index) => `p${index}`);
    for (const id of ['e1', 'e2', 'e2']) {
      await each.sendBatch(players.map((playerId, index) => event(playerId, `${id}-${index}`)));
    }
    await until(
      'all are ranked',
      async () => (await each.query('/v1/leaderboards/top?limit=1')).body['total'] === PLAYERS,
    );
    await until(
      'both events of the last have counted',
      async () => (await each.query(`/v1/events/e2-${PLAYERS - 1}`)).body['status'] === 'processed',
    );
  }
}, 120_000);

afterAll(async () => {
  await producer.disconnect();
  redis.disconnect();
  await mongo.close();
  await stack.stop();
});

describe('the command line', () => {
  it.each([
    ['--help', 0],
    ['verify --help', 0],
    ['dead-letter replay --help', 0],
    ['replay --help', 0],
    ['rebuild-ranks --help', 0],
    ['nonsense', 2],
    ['verify --workspace nobody/dev', 2],
    ['dead-letter show three', 2],
    ['dead-letter replay', 2],
    ['replay --workspace cli/dev --from 2026-11-21 --to 2026-11-20 --release 1', 2],
    ['replay --workspace cli/dev --from 2026-11-20 --to 2026-11-21 --release 99', 2],
    ['rebuild-ranks --board nonsense', 2],
  ])('%s ends with %i', async (args, code) => {
    const run = await laurel(...args.split(' '));

    expect(run).toMatchObject({ code });
    expect(code === 0 ? run.out : run.err).not.toBe('');
    expect(run.err).not.toContain('    at ');
  });

  it('says which server is not there and what to do, without the password', async () => {
    const url = 'mongodb://user:hidden@127.0.0.1:9/?replicaSet=rs0';

    const { code, err } = await runLaurel({ ...stack.environment, LAUREL_MONGO_URL: url }, 'verify');

    expect(code).toBe(2);
    expect(err).toContain('MongoDB does not answer at 127.0.0.1:9');
    expect(err).toContain('npm start');
    expect(err).not.toContain('hidden');
  });

  it('says what is not configured', async () => {
    const { code, err } = await runLaurel({}, 'verify');

    expect(code).toBe(2);
    expect(err).toMatch(/LAUREL_KAFKA_BROKERS[^]*LAUREL_MONGO_URL[^]*LAUREL_REDIS_URL[^]*npm start/);
  });
});

describe('verify', () => {
  it('finds everything as it has to be', async () => {
    const { code, out } = await laurel('verify');

    expect(out).toMatch(/replay +ok +\d+ records of 40 players/);
    expect(out).toMatch(/ledger +ok +80 entries/);
    expect(out).toMatch(/ranks +ok +40 rows of 2 boards/);
    expect(out).toContain('Everything is as it has to be.');
    expect(code).toBe(0);
  });

  it('finds the same for a machine, and of one workspace', async () => {
    expect(await verify('--workspace', 'cli/dev')).toMatchObject({
      code: 0,
      ok: true,
      workspaces: [{ id: ours.workspace, name: 'cli/dev' }],
      checked: { players: 20, ledgerEntries: 40, boards: 1, rows: 20 },
      differences: [],
    });
  });

  it('finds nothing while events are scored', async () => {
    let verified: Awaited<ReturnType<typeof verify>> | undefined;
    const running = verify().then((result) => (verified = result));
    for (let round = 0; !verified; round += 1) {
      const players = Array.from({ length: 10 }, (_, index) => `busy${round % 10}-${index}`);
      await api.sendBatch(players.map((playerId) => event(playerId, `r${round}-${playerId}`)));
    }
    await running;

    expect(verified).toMatchObject({ differences: [], ok: true, code: 0 });
  });

  it('finds a changed balance', async () => {
    const players = db().collection<PlayerDocument>(PLAYERS_COLLECTION);
    const _id = playerDocumentId(ours.workspace, 'p3');
    await players.updateOne({ _id }, { $inc: { 'balances.coins': 7 } });

    const { code, differences, counts } = await verify();
    await players.updateOne({ _id }, { $inc: { 'balances.coins': -7 } });

    expect(code).toBe(1);
    expect(counts).toMatchObject({ replay: 1, ledger: 1, ranks: 0, workspaces: 0, checkpoints: 0 });
    expect(differences).toMatchObject([
      { check: 'replay', playerId: 'p3', what: 'balances.coins', expected: '4', found: '11' },
      { check: 'ledger', playerId: 'p3' },
    ]);
  });

  it('finds a ledger entry that is gone', async () => {
    const ledger = db().collection<LedgerPageDocument>(LEDGER_PAGES_COLLECTION);
    const page = await ledger.findOne({ workspace: ours.workspace, 'entries.playerId': 'p4' });
    await ledger.updateOne({ _id: page?._id ?? '' }, { $pull: { entries: { playerId: 'p4' } } });

    const { code, differences } = await verify();
    await ledger.replaceOne({ _id: page?._id ?? '' }, page ?? ({} as LedgerPageDocument));

    expect(code).toBe(1);
    expect(new Set(differences.map(({ check, playerId }) => `${check} ${playerId}`))).toEqual(new Set(['ledger p4']));
  });

  it('finds events of the log that have no record', async () => {
    const pages = db().collection<EventPageDocument>(EVENT_PAGES_COLLECTION);
    const page = await pages.findOne({ workspace: ours.workspace });
    await pages.deleteOne({ _id: page?._id ?? '' });

    const { code, differences } = await verify();
    if (page) await pages.insertOne(page);

    expect(code).toBe(1);
    expect(differences).toContainEqual(
      expect.objectContaining({
        check: 'checkpoints',
        partition: page?.partition,
        expected: 'a record',
        found: 'none',
      }),
    );
  });

  it('finds a row that was moved in Redis, and rebuild-ranks brings it back', async () => {
    const member = (await redis.zrange(ranksKey(), '0', '-1')).find((each) => each.endsWith('p5')) ?? '';
    await redis.zincrby(ranksKey(), '-1000', member);

    const found = await verify();
    const rebuilt = await laurel('rebuild-ranks', '--workspace', 'cli/dev', '--board', 'top');

    expect(found).toMatchObject({ code: 1, differences: [{ check: 'ranks', playerId: 'p5' }] });
    expect(rebuilt.out).toMatch(/^cli\/dev top: rebuilt from [\d,]+ players\n$/);
    expect(rebuilt.code).toBe(0);
    expect(await verify()).toMatchObject({ code: 0, ok: true });
  });

  it('says that a board is warming when Redis has lost its place, and compares nothing', async () => {
    await stack.scoring.stop();
    await redis.del(ranks().positions);

    const shown = await laurel('verify', '--workspace', 'cli/dev');
    const { code, differences, ok } = await verify('--workspace', 'cli/dev');
    await stack.scoring.start();

    expect(shown.out).toMatch(/cli\/dev top is warming, its ranks were not compared: partition \d+ is missing/);
    expect({ code, differences, ok }).toEqual({ code: 1, differences: [], ok: false });
    await until('the ranks are mended', async () => (await verify()).ok, 60_000);
  });

  it('finds what belongs to a workspace that does not exist, in MongoDB and in Redis', async () => {
    const players = db().collection<PlayerDocument>(PLAYERS_COLLECTION);
    const document = await players.findOne({ workspace: ours.workspace });
    if (!document) throw new Error('there is no player');
    const foreign = { ...document, _id: playerDocumentId('ws_gone', 'x'), workspace: 'ws_gone', playerId: 'x' };
    await players.insertOne(foreign);
    const key = `${setting('LAUREL_REDIS_KEY_PREFIX')}{ws_gone:top@1}:positions`;
    await redis.hset(key, '0', '1:1');

    const { code, differences } = await verify();
    await players.deleteOne({ _id: foreign._id });
    await redis.del(key);

    expect(code).toBe(1);
    expect(differences).toMatchObject([
      { check: 'workspaces', what: 'players ws_gone|x' },
      { check: 'workspaces', what: `Redis key ${key}` },
    ]);
  });
});

describe('dead letters', () => {
  const letterOf = (value: string, partition: number, offset: number, cause: string): DeadLetterMessage => ({
    v: 1,
    topic: topics().events,
    partition,
    offset: String(offset),
    key: playerKey(ours.workspace, 'lost'),
    value: Buffer.from(value).toString('base64'),
    cause,
    detail: 'as the test says',
  });

  it('are listed, shown, and refused a replay while they can not be read', async () => {
    const partition = partitionOf(playerKey(ours.workspace, 'lost'));
    await producer.send(topics().events, [{ key: playerKey(ours.workspace, 'lost'), value: '{"v":1,"ki' }]);
    const listed = await until('the letter is listed', async () => {
      const { out } = await laurel('dead-letter', 'list', '--json', '--workspace', 'cli/dev');
      const { letters } = JSON.parse(out) as { letters: { position: string; cause: string }[] };
      return letters[0];
    });
    expect(listed).toMatchObject({ cause: 'scoring.undecodable', partition, workspace: ours.workspace });

    const shown = await laurel('dead-letter', 'show', listed.position);
    const replayed = await laurel('dead-letter', 'replay', listed.position);

    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('{"v":1,"ki');
    expect(replayed.code).toBe(1);
    expect(replayed.out).toContain(`${listed.position} refused: it still can't be read: the message is not JSON`);
  });

  it('that can be read are produced again, and count', async () => {
    const now = Date.now();
    const lost = { v: 1, kind: 'event', workspace: ours.workspace, occurredAt: now, receivedAt: now, properties: {} };
    const value = JSON.stringify({ ...lost, ...event('lost', 'found-again') });
    const partition = partitionOf(playerKey(ours.workspace, 'lost'));
    const letter = letterOf(value, partition, 999_999, 'scoring.a_fixed_bug');
    await producer.send(topics().deadLetter, [{ key: `${partition}:999999`, value: JSON.stringify(letter) }]);

    const { code, out } = await laurel('dead-letter', 'replay', '--all-with-cause', 'scoring.a_fixed_bug');

    expect(out).toMatch(/^\d+:999999 → \d+:\d+ {2}event found-again\n1 message produced again, 0 refused\.\n/);
    expect(code).toBe(0);
    await until('it counts', async () => (await api.query('/v1/events/found-again')).body['status'] === 'processed');
  });
});

describe('replay', () => {
  it('shows what a release would have led to, and changes nothing', async () => {
    await api.publish(program(50));
    const range = ['--workspace', 'cli/dev', '--from', MORNING, '--to', '2100-01-01', '--release', '2'];

    const shown = await laurel('replay', ...range);
    const { out } = await laurel('replay', ...range, '--json', '--top', '1');

    expect(shown.code).toBe(0);
    expect(shown.out).toMatch(/STAT +RECORDED THEN +AGAIN\npoints +[\d,]+ +[\d,]+ +\+[\d,]+/);
    expect(shown.out).toContain('Who would gain most of stat points');
    const told = JSON.parse(out) as { before: Totals; after: Totals };
    expect(told.after.stats.points).toBe(told.before.stats.points * 10);
    expect(told.after.currencies).toEqual(told.before.currencies);
    expect(told).toMatchObject({ releases: [1], leaderboards: [{ board: 'top', window: 'all' }] });
    expect(await verify()).toMatchObject({ ok: true });
  });
});

interface Totals {
  readonly stats: { readonly points: number };
  readonly currencies: Readonly<Record<string, number>>;
}
