import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventReplyMessage, topicNames } from '@laurel/contracts';
import { Ajv } from 'ajv';
import { ASYNCAPI_FILE, asyncApiDocument } from './asyncapi-document.ts';

const ROOT = join(__dirname, '../../../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

interface Document {
  readonly channels: Readonly<Record<string, { readonly address: string; readonly messages: object }>>;
  readonly components: { readonly messages: Readonly<Record<string, object>>; readonly schemas: object };
}

const document = read(ASYNCAPI_FILE) as Document;

const REPLY: EventReplyMessage = {
  v: 1,
  instance: 'gateway-1',
  correlation: '7',
  body: {
    status: 'processed',
    record: {
      ...{ workspace: 'ws_1', eventId: 'e-1', playerId: 'ann', type: 'won', status: 'processed', release: 1 },
      ...{ occurredAt: 1, receivedAt: 1, decidedAt: 2, partition: 0, epoch: 0, offset: 7 },
      rules: [],
      effects: [{ kind: 'award', rule: 'win', currency: 'coins', amount: 3, balance: 3 }],
    },
    ranks: [{ board: 'top', window: 'all', before: null, after: 1 }],
  },
};

describe('the AsyncAPI document', () => {
  it('is what the contracts say', () => {
    expect(document).toEqual(asyncApiDocument());
  });

  it('is one by the schema of AsyncAPI 3.0', () => {
    const schema = read('node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(schema);
    expect({ valid: validate(document), errors: validate.errors }).toEqual({ valid: true, errors: null });
  });

  it('points only to what it holds', () => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer = '']) => pointer);
    expect(pointers.length).toBeGreaterThan(50);
    for (const pointer of pointers) {
      const found = pointer
        .split('/')
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document);
      expect({ pointer, isThere: found !== undefined }).toEqual({ pointer, isThere: true });
    }
  });

  it('has every frame of the live feed, and the topics under their names', () => {
    expect(Object.keys(document.channels['live']?.messages ?? {})).toEqual([
      'AuthTokenFrame',
      'AuthTicketFrame',
      'SubscribeFrame',
      'UnsubscribeFrame',
      'ReadyFrame',
      'BoardSnapshotFrame',
      'BoardDeltaFrame',
      'WindowBeganFrame',
      'PlayerSnapshotFrame',
      'PlayerDeltaFrame',
      'FeedSnapshotFrame',
      'FeedFrame',
      'ResumedFrame',
      'UnsubscribedFrame',
      'ErrorFrame',
      'ByeFrame',
    ]);
    expect(Object.values(document.channels).map(({ address }) => address)).toEqual([
      '/v1/live',
      'laurel.events',
      'laurel.outcomes',
      'laurel.standings',
      'laurel.dead-letter',
      'laurel.replies',
    ]);
  });

  it('has every topic that there is', () => {
    const addresses = Object.values(document.channels).map(({ address }) => address);
    expect(addresses).toEqual(expect.arrayContaining(Object.values(topicNames('laurel.'))));
  });

  it('tells who waits for a reply, and what is said to it', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'laurel', components: document.components });
    const validate = ajv.compile({ $ref: 'laurel#/components/schemas/EventReplyMessage' });
    const { v, instance, correlation, body } = REPLY;
    expect([validate(REPLY), validate.errors]).toEqual([true, null]);
    for (const part of [
      { instance, correlation, body },
      { v, correlation, body },
      { v, instance, correlation },
    ]) {
      expect({ part, isOne: validate(part) }).toEqual({ part, isOne: false });
    }
  });

  it('does not tell how things are stored', () => {
    expect(Object.keys(document.components.schemas).filter((name) => name.endsWith('Document'))).toEqual([]);
  });
});
