import { EVENTS_PARTITIONS, topicNames } from '@laurel/contracts';
import { type JsonSchema, contractSchemas } from './contract-schemas.ts';
import { type Message, framesOf, messageOf } from './messages.ts';

/** Where the document is kept. */
export const ASYNCAPI_FILE = 'docs/asyncapi/laurel.json';

const TOPICS = topicNames('laurel.');

/** A topic of Kafka: who writes what to it. */
interface Topic {
  readonly address: string;
  readonly partitions?: number;
  readonly description: string;
  readonly writer: string;
  readonly messages: readonly string[];
}

const KAFKA: Readonly<Record<string, Topic>> = {
  events: {
    address: TOPICS.events,
    partitions: EVENTS_PARTITIONS,
    description:
      'The event log: what was accepted and ordered, by player. Only gateways and the scoring service write to it.',
    writer: 'The gateways write what they accept, and releases; the scoring service, what follows from a command.',
    messages: ['EventMessage', 'CommandMessage', 'ReleaseMessage', 'ClockMessage', 'BarrierMessage'],
  },
  outcomes: {
    address: TOPICS.outcomes,
    partitions: EVENTS_PARTITIONS,
    description:
      'What became of events, in the order of the log, after the commit. After a crash it is told again, under the same ids.',
    writer: 'The scoring service tells what it decided.',
    messages: ['OutcomesMessage'],
  },
  standings: {
    address: TOPICS.standings,
    description:
      'Which windows of which leaderboards moved, and which are final. Ranks are read from the query gateway.',
    writer: 'The scoring service tells what moved, and what has ended.',
    messages: ['StandingsMessage', 'WindowFinishedMessage'],
  },
  deadLetter: {
    address: TOPICS.deadLetter,
    description: 'Messages that could not be processed, with their cause.',
    writer: 'The scoring service puts aside what it cannot decide.',
    messages: ['DeadLetterMessage'],
  },
  replies: {
    address: TOPICS.replies,
    partitions: 1,
    description:
      'What became of events that a gateway waits for (`Prefer: wait=N`), by the instance that asked. Nothing is kept of it for long, ' +
      'and a reply may not come: whoever waited in vain asks by the id of the event.',
    writer: 'The scoring service answers whoever waits.',
    messages: ['EventReplyMessage'],
  },
};

/** The AsyncAPI 3 document of what Laurel sends and takes besides requests: frames of the live feed, and topics of Kafka. */
export function asyncApiDocument(): object {
  const types = ['ClientFrame', 'ServerFrame', ...Object.values(KAFKA).flatMap(({ messages }) => messages)];
  const { ClientFrame, ServerFrame, ...schemas } = contractSchemas(types);
  const asked = framesOf(ClientFrame);
  const told = framesOf(ServerFrame);
  return {
    asyncapi: '3.0.0',
    info: INFO,
    defaultContentType: 'application/json',
    servers: SERVERS,
    channels: { live: liveChannel(asked, told), ...mapValues(KAFKA, kafkaChannel) },
    operations: { ...liveOperations(asked, told), ...kafkaOperations() },
    components: {
      schemas,
      messages: messagesByName([...asked, ...told, ...kafkaMessages(schemas)]),
      securitySchemes: {
        firstFrame: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key, player token or ticket, in the first frame: `auth`. Not in the address.',
        },
      },
    },
  };
}

const INFO = {
  title: 'Laurel',
  version: '1',
  description:
    'The live feed of the query gateway, and the topics of Kafka. The same frames come as server-sent events, which the OpenAPI ' +
    'document of the query gateway describes. Fields may be added to any message: readers ignore what they do not know.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
};

const SERVERS = {
  query: {
    host: 'localhost:7103',
    protocol: 'ws',
    description: 'The query gateway.',
    security: [{ $ref: '#/components/securitySchemes/firstFrame' }],
  },
  kafka: {
    host: 'localhost:9092',
    protocol: 'kafka',
    description: 'Topic names begin with `LAUREL_KAFKA_TOPIC_PREFIX`.',
  },
};

const liveChannel = (asked: readonly Message[], told: readonly Message[]): object => ({
  address: '/v1/live',
  title: 'Live feed',
  description: 'Follows leaderboards, players and outcomes. `auth` comes first, then `subscribe` as often as needed.',
  servers: [{ $ref: '#/servers/query' }],
  messages: refsByName([...asked, ...told]),
  bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
});

const kafkaChannel = ({ address, partitions, description, messages }: Topic): object => ({
  address,
  description,
  servers: [{ $ref: '#/servers/kafka' }],
  messages: refsByName(messages.map((name) => ({ name }))),
  bindings: { kafka: { topic: address, ...(partitions ? { partitions } : {}), bindingVersion: '0.5.0' } },
});

const liveOperations = (asked: readonly Message[], told: readonly Message[]): object => ({
  takeFrames: operation('receive', 'live', 'What a client may send.', asked),
  sendFrames: operation('send', 'live', 'What the server sends.', told),
});

const kafkaOperations = (): object =>
  Object.fromEntries(
    Object.entries(KAFKA).map(([channel, { writer, messages }]) => [
      `write${channel.charAt(0).toUpperCase()}${channel.slice(1)}`,
      operation(
        'send',
        channel,
        writer,
        messages.map((name) => ({ name })),
      ),
    ]),
  );

type Named = Pick<Message, 'name'>;

const operation = (action: string, channel: string, summary: string, messages: readonly Named[]): object => ({
  action,
  channel: { $ref: `#/channels/${channel}` },
  summary,
  messages: messages.map(({ name }) => ({ $ref: `#/channels/${channel}/messages/${name}` })),
});

const kafkaMessages = (schemas: Readonly<Record<string, JsonSchema>>): Message[] =>
  Object.values(KAFKA).flatMap(({ messages }) => messages.map((name) => messageOf(name, schemas[name])));

const refsByName = (messages: readonly Named[]): object =>
  Object.fromEntries(messages.map(({ name }) => [name, { $ref: `#/components/messages/${name}` }]));

const messagesByName = (messages: readonly Message[]): object =>
  Object.fromEntries(messages.map((message) => [message.name, message]));

const mapValues = <From, To>(of: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value)]));
