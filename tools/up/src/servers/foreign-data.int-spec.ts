import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { inspectKafka } from './kafka/kafka-probe.ts';
import { withMongo } from './mongo/mongo-client.ts';
import { inspectMongo } from './mongo/mongo-probe.ts';

const kafkaBrokers = process.env['LAUREL_KAFKA_BROKERS'] ?? '';
const mongoUrl = process.env['LAUREL_MONGO_URL'] ?? '';

describe('a look at a server that runs already', () => {
  it('finds a MongoDB with another database and refuses it, unless its URL was given', async () => {
    const database = `other_${randomBytes(6).toString('hex')}`;
    await withMongo(mongoUrl, async (client) => {
      await client.db(database).collection('things').insertOne({ a: 1 });
      expect(await inspectMongo(mongoUrl, { ownDataOnly: true })).toMatchObject({
        usable: false,
        reason: expect.stringMatching(/^it holds \d+ other database\(s\)$/),
      });
      expect(await inspectMongo(mongoUrl, { ownDataOnly: false })).toMatchObject({ usable: true, url: mongoUrl });
      await client.db(database).dropDatabase();
    });
  });

  it('knows a Kafka by the first broker that answers', async () => {
    expect(await inspectKafka(`127.0.0.1:1,${kafkaBrokers}`, { ownDataOnly: false })).toMatchObject({ usable: true });
  });

  describe('that is something else', () => {
    let server: Server;
    let port: number;

    beforeAll(async () => {
      server = createServer((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      port = typeof address === 'object' && address ? address.port : 0;
    });
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    it('says that it is no Kafka', async () => {
      expect(await inspectKafka(`127.0.0.1:${port}`, { ownDataOnly: true })).toEqual({
        usable: false,
        reason: 'it does not answer as Kafka (not Kafka’s protocol)',
      });
    });

    it('says that it is no MongoDB', async () => {
      const url = `mongodb://127.0.0.1:${port}/?directConnection=true`;
      expect(await inspectMongo(url, { ownDataOnly: true })).toMatchObject({
        usable: false,
        reason: expect.stringMatching(/^it does not answer as MongoDB/),
      });
    });
  });
});
