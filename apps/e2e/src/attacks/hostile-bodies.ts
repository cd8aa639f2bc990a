import { gzipSync } from 'node:zlib';
import { MARK } from './attacked-stack.js';

/** A body, and headers besides the usual. */
export type HostileBody = readonly [name: string, body: string | Buffer, headers?: Readonly<Record<string, string>>];

const GZIP = { 'content-encoding': 'gzip' };
const names = (count: number): string => Array.from({ length: count }, (_, index) => `"k${index}":1`).join();
const nested = (open: string, close: string, levels: number): string =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;
const event = (fields: string): string => `{"type":"scored","playerId":"${MARK}",${fields}}`;
const good = event('"eventId":"never"');

/** JSON that is refused wherever a body is read. */
export const HOSTILE_JSON: readonly HostileBody[] = [
  ['is nested without end', nested('{"playerId":', '}', 80_000)],
  ['is lists without end', nested('[', ']', 500_000)],
  ['has 90,000 names', `{${names(90_000)}}`],
  ['is a number of a million digits', '1'.repeat(1_000_000)],
  ['is a lone surrogate', String.raw`{"playerId":"\ud800"}`],
  ['is cut short', `{"playerId":"${MARK}`],
  ['is no UTF-8', Buffer.from('7b22706c61796572496422223a22ff227d', 'hex')],
  [
    'holds an operator for an id',
    '{"type":"scored","playerId":{"$gt":""},"reason":{"$ne":null},"program":{"$where":"1"}}',
  ],
  ['holds a list for an id', '{"type":"scored","playerId":["a"],"reason":["a"],"program":[{}]}'],
  ['holds a NUL in an id', String.raw`{"type":"scored","playerId":"a\u0000b","program":{"a\u0000":1}}`],
  ['names its prototype', '{"type":"scored","playerId":"a","__proto__":{"polluted":true}}'],
  ['names its constructor', '{"type":"scored","playerId":"a","constructor":{"prototype":{"polluted":true}}}'],
  ['names a method that it inherits', '{"type":"scored","playerId":"a","toString":1,"program":{}}'],
  [
    'assigns what is not its own',
    `{"type":"scored","playerId":"a","workspace":"ws_other","role":"owner","program":{}}`,
  ],
];

/** Bodies that an event gateway refuses. */
export const HOSTILE_EVENTS: readonly HostileBody[] = [
  ['has an operator for an event id', event('"eventId":{"$ne":1}')],
  ['has an operator for a time', event('"occurredAt":{"$gt":""}')],
  ['has a NUL in its event id', event(String.raw`"eventId":"a\u0000"`)],
  ['has a prototype in its properties', event('"properties":{"a":{"__proto__":{"polluted":true}}}')],
  ['has a constructor in its properties', event('"properties":{"constructor":{"prototype":{"polluted":true}}}')],
  ['has properties nested without end', event(`"properties":${nested('{"a":', '}', 10_000)}`)],
  ['has 5,000 properties', event(`"properties":{${names(5_000)}}`)],
  ['has a number beyond a double', event('"properties":{"a":1e400}')],
  ['has a lone surrogate in a property', event(String.raw`"properties":{"a":"\udc00"}`)],
  ['has a NUL in a name', event(String.raw`"properties":{"a\u0000":1}`)],
  ['inflates to 100 MB', gzipSync(Buffer.alloc(100_000_000, ' ')), GZIP],
  ['is gzip in gzip', gzipSync(gzipSync(good)), GZIP],
  ['says gzip twice', gzipSync(gzipSync(good)), { 'content-encoding': 'gzip, gzip' }],
  ['is gzip cut short', gzipSync(good).subarray(0, -6), GZIP],
  ['is gzip of a wrong length', withWrongLength(gzipSync(good)), GZIP],
  ['claims to be gzip', good, GZIP],
  ['is a form', 'type=scored&playerId=a', { 'content-type': 'application/x-www-form-urlencoded' }],
];

/** The last four bytes of gzip tell the length of what it holds. */
function withWrongLength(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(1_000_000_000, bytes.length - 4);
  return bytes;
}
