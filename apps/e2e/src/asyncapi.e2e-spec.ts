import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientFrame, ServerFrame } from '@laurel/contracts';
import { until } from '@laurel/testing';
import { Ajv, type ValidateFunction } from 'ajv';
import { WebSocket } from 'ws';
import { Api } from './stack/api.js';
import { LaurelStack } from './stack/laurel-stack.js';

const FILE = join(__dirname, '../../../docs/asyncapi/laurel.json');

const PROGRAM = {
  stats: [{ key: 'points', aggregation: 'sum' }],
  rules: [
    {
      key: 'win',
      on: ['won'],
      then: [
        { effect: 'record', stat: 'points', amount: { property: 'event.properties.points' } },
        { effect: 'award', currency: 'coins', amount: 1 },
      ],
    },
  ],
  leaderboards: [
    { key: 'top', source: { stat: 'points' }, aggregation: 'sum', order: 'desc', windows: [{ kind: 'all' }] },
  ],
};

interface Document {
  readonly channels: { readonly live: { readonly messages: Readonly<Record<string, object>> } };
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly payload: object }>>;
    readonly schemas: object;
  };
}

/** Readers let pass what they do not know; here, what a message does not name is an error, so that the document misses nothing. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const each = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, strict(value)]));
  const isClosed = 'properties' in each && !('additionalProperties' in each);
  return isClosed ? { ...each, additionalProperties: false } : each;
}

/** What tells of each frame of the feed which message it is. */
function messagesOfTheFeed(): ReadonlyMap<string, ValidateFunction> {
  const document = JSON.parse(readFileSync(FILE, 'utf8')) as Document;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const { schemas, messages } = document.components;
  ajv.addSchema({ $id: 'laurel', components: { schemas: strict(schemas) } });
  const compiled = Object.keys(document.channels.live.messages).map((name) => {
    const text = JSON.stringify(strict(messages[name]?.payload)).replaceAll('"#/components', '"laurel#/components');
    return [name, ajv.compile(JSON.parse(text) as object)] as const;
  });
  return new Map(compiled);
}

let stack: LaurelStack;
let api: Api;
let key: string;
const messages = messagesOfTheFeed();

const namesOf = (frame: unknown): string[] => [...messages].filter(([, isOne]) => isOne(frame)).map(([name]) => name);

/** A socket that says what it is given, and keeps what it hears. */
function connect(): { readonly heard: ServerFrame[]; readonly said: ClientFrame[]; say(frame: ClientFrame): void } {
  const ws = new WebSocket(`${stack.query.url.replace('http', 'ws')}/v1/live`);
  const heard: ServerFrame[] = [];
  const said: ClientFrame[] = [];
  ws.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ServerFrame));
  const say = (frame: ClientFrame): void => {
    said.push(frame);
    const text = JSON.stringify(frame);
    if (ws.readyState === ws.OPEN) ws.send(text);
    else ws.once('open', () => ws.send(text));
  };
  return { heard, said, say };
}

beforeAll(async () => {
  stack = await LaurelStack.start();
  key = (await stack.createWorkspace('asyncapi', 'dev')).secretKey;
  api = new Api(stack, key);
  await api.publish(PROGRAM);
  await api.sendAndWait({ type: 'won', playerId: 'ann', properties: { points: 2 } });
}, 400_000);
afterAll(() => stack.stop());

describe('the AsyncAPI document', () => {
  it('has every frame that goes over the live feed of a running gateway', async () => {
    const { heard, said, say } = connect();
    const hasHeard = (name: string) => until(name, () => heard.some((frame) => namesOf(frame).includes(name)), 60_000);
    say({ type: 'auth', token: key });
    await hasHeard('ReadyFrame');
    await until('ann is known', async () => (await api.query('/v1/players/ann')).status === 200, 60_000);
    say({ type: 'subscribe', id: '1', topic: 'leaderboard:top', window: 'all', view: { kind: 'top', limit: 3 } });
    say({ type: 'subscribe', id: '2', topic: 'player:ann' });
    say({ type: 'subscribe', id: '3', topic: 'feed', filter: { types: ['won'] }, sample: 1 });
    for (const name of ['BoardSnapshotFrame', 'PlayerSnapshotFrame', 'FeedSnapshotFrame']) await hasHeard(name);
    for (const [playerId, points] of [
      ['ann', 1],
      ['bob', 9],
    ]) {
      await api.sendEvent({ type: 'won', playerId, properties: { points } });
    }
    for (const name of ['BoardDeltaFrame', 'PlayerDeltaFrame', 'FeedFrame']) await hasHeard(name);
    const last = heard.findLast((frame) => frame.type === 'delta');
    if (!last) throw new Error('there is no delta');
    const { epoch, seq } = last;
    say({ type: 'subscribe', id: '4', topic: 'leaderboard:nothing', view: { kind: 'top', limit: 3 } });
    say({ type: 'subscribe', id: '5', topic: 'player:ann', after: { epoch, seq } });
    say({ type: 'unsubscribe', subscription: 'player:ann' });
    for (const name of ['ErrorFrame', 'UnsubscribedFrame']) await hasHeard(name);
    await stack.query.stop();
    await hasHeard('ByeFrame');

    for (const frame of [...said, ...heard]) {
      expect({ frame, isOne: namesOf(frame).length }).toEqual({ frame, isOne: 1 });
    }
  }, 240_000);

  it('takes no other frame for one', () => {
    expect(namesOf({ type: 'delta', subscription: 's', epoch: 'e', seq: 1, changed: [], removed: [] })).toEqual([]);
    expect(namesOf({ type: 'ready', more: 1 })).toEqual([]);
    expect(namesOf({ type: 'subscribe' })).toEqual([]);
  });
});
