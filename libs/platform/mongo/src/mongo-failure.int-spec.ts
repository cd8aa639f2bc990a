import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { testServers, uniqueTestScope } from '@laurel/testing';
import { isMongoUnavailable } from './mongo-failure.js';
import { connectMongo } from './mongo.module.js';

const { database } = uniqueTestScope();
const upstreamUrl = new URL(testServers().mongoUrl);
const sockets: Socket[] = [];
let silent = false;

/** MongoDB behind a door that lets nothing out while it is silent. */
const front = createServer((client) => {
  const upstream = connect(Number(upstreamUrl.port || 27017), upstreamUrl.hostname).on('error', () => undefined);
  sockets.push(client, upstream);
  client.on('data', (bytes) => upstream.write(bytes));
  upstream.on('data', (bytes) => silent || client.write(bytes));
  client.on('error', () => undefined).on('close', () => upstream.destroy());
});
let mongo: Awaited<ReturnType<typeof connectMongo>>;

const things = () => mongo.getClient().db(database).collection<{ _id: string }>('things');
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

beforeAll(async () => {
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const url = `mongodb://127.0.0.1:${(front.address() as AddressInfo).port}/?directConnection=true`;
  mongo = await connectMongo({ url, database, socketTimeoutMs: 300 });
});

afterAll(async () => {
  silent = false;
  await mongo.getClient().db(database).dropDatabase();
  await mongo.close();
  for (const socket of sockets) socket.destroy();
  front.close();
});

describe('a failure of MongoDB', () => {
  it('is none of what was asked when the server has gone silent, and the operation has an end', async () => {
    await things().insertOne({ _id: 'first' });
    silent = true;

    const failure = await failureOf(things().findOne({ _id: 'first' }));

    silent = false;
    expect(failure).toBeInstanceOf(Error);
    expect(isMongoUnavailable(failure)).toBe(true);
  }, 30_000);

  it('is none of what was asked when two transactions meet', async () => {
    await things().insertOne({ _id: 'contested' });
    const one = mongo.getClient().startSession();
    const other = mongo.getClient().startSession();
    one.startTransaction();
    other.startTransaction();
    await things().updateOne({ _id: 'contested' }, { $set: { by: 1 } }, { session: one });

    const failure = await failureOf(
      things().updateOne({ _id: 'contested' }, { $set: { by: 2 } }, { session: other, maxTimeMS: 200 }),
    );

    await one.abortTransaction();
    await other.abortTransaction();
    await Promise.all([one.endSession(), other.endSession()]);
    expect(isMongoUnavailable(failure)).toBe(true);
  });

  it('is of what was asked otherwise', async () => {
    await things().insertOne({ _id: 'twice' });

    expect(isMongoUnavailable(await failureOf(things().insertOne({ _id: 'twice' })))).toBe(false);
    expect(isMongoUnavailable(new Error('a bug'))).toBe(false);
    expect(isMongoUnavailable('text')).toBe(false);
  });
});
