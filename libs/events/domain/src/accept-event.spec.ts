import { acceptEvent } from './accept-event.js';
import { MAX_PROPERTIES_BYTES } from './event-properties.js';

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const acceptance = { now: NOW, maxAgeMs: 400 * DAY_MS, newEventId: () => 'evt_minted' };
const at = (ms: number): string => new Date(ms).toISOString();
const good = { type: 'match_played', playerId: 'ann' };

const accept = (input: unknown) => acceptEvent(input, acceptance);

/** `code`, then each problem as `path rule`. */
function refusal(input: unknown): string[] {
  const result = accept(input);
  return result.ok
    ? ['accepted']
    : [result.error.code, ...(result.error.errors ?? []).map((e) => `${e.path} ${e.rule}`)];
}

/** `levels` objects, one in the other. */
const nested = (levels: number): unknown => (levels === 1 ? {} : { a: nested(levels - 1) });

describe('an event', () => {
  it('is accepted with what it says, and what it does not say filled in', () => {
    expect(accept(good)).toEqual({
      ok: true,
      value: { ...good, eventId: 'evt_minted', occurredAt: NOW, receivedAt: NOW, properties: {} },
    });
    const sent = { ...good, eventId: 'e1', occurredAt: '2026-11-20T12:00:00+02:00', properties: { goals: 2 } };
    expect(accept(sent)).toEqual({
      ok: true,
      value: { ...sent, sentOccurredAt: sent.occurredAt, occurredAt: NOW - 2 * 60 * MINUTE_MS, receivedAt: NOW },
    });
  });

  it('is judged by the clock of its workspace where it says when it was, and otherwise leaves that to the log', () => {
    const acceptAhead = (input: unknown) => acceptEvent(input, { ...acceptance, aheadMs: 300 * DAY_MS });
    const timeOf = (input: unknown) => {
      const result = acceptAhead(input);
      return result.ok ? result.value.occurredAt : result.error.code;
    };
    expect(timeOf(good)).toBe(NOW);
    expect(timeOf({ ...good, occurredAt: at(NOW + 299 * DAY_MS) })).toBe(NOW + 299 * DAY_MS);
    expect(timeOf({ ...good, occurredAt: at(NOW + 300 * DAY_MS + MINUTE_MS) })).toBe(NOW + 300 * DAY_MS);
    expect(timeOf({ ...good, occurredAt: at(NOW + 301 * DAY_MS) })).toBe('events.in_future');
    expect(timeOf({ ...good, occurredAt: at(NOW - 101 * DAY_MS) })).toBe('events.too_old');
  });

  it.each<[string, unknown]>([
    ['a dotted type', { ...good, type: 'shop.item_bought' }],
    ['a type of 64 characters', { ...good, type: 'a'.repeat(64) }],
    ['ids of 128 characters beyond the basic plane', { ...good, eventId: '⚽'.repeat(128), playerId: '𝒜'.repeat(128) }],
    ['properties of 8 levels', { ...good, properties: nested(8) }],
    ['properties of exactly 32 KB', { ...good, properties: { a: 'x'.repeat(MAX_PROPERTIES_BYTES - 8) } }],
    ['every kind of JSON value', { ...good, properties: { a: null, b: true, c: -1.5e10, d: 'x', e: [1, [2]], f: {} } }],
    ['a name that looks like an operator', { ...good, properties: { $set: 1, 'a.b': 2 } }],
    ['a time of 400 days ago', { ...good, occurredAt: at(NOW - 400 * DAY_MS) }],
  ])('is accepted with %s', (_what, input) => {
    expect(accept(input).ok).toBe(true);
  });

  it('is refused with its first problems alone where it has thousands', () => {
    const unknown = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x${index}`, 1]));
    expect(refusal({ ...good, ...unknown })).toHaveLength(1 + 20);
  });

  it.each<[string, unknown, string[]]>([
    ['no object', 5, ['events.invalid', ' type']],
    ['an array', [], ['events.invalid', ' type']],
    ['null', null, ['events.invalid', ' type']],
    ['nothing in it', {}, ['events.invalid', '/type required', '/playerId required']],
    ['an unknown field', { ...good, 'a/b': 1 }, ['events.invalid', '/a~1b unknown']],
    [
      'a field of its prototype',
      JSON.parse('{"type":"a","playerId":"b","__proto__":{}}'),
      ['events.invalid', '/__proto__ unknown'],
    ],
    ['a type in camel case', { ...good, type: 'matchPlayed' }, ['events.invalid', '/type pattern']],
    [
      'a type of 65 characters',
      { ...good, type: 'a'.repeat(65) },
      ['events.invalid', '/type maxLength', '/type pattern'],
    ],
    ['a type that ends in a dot', { ...good, type: 'a.' }, ['events.invalid', '/type pattern']],
    ["a type of Laurel's own", { ...good, type: 'laurel.level_reached' }, ['events.invalid', '/type reserved']],
    ['an empty player id', { ...good, playerId: '' }, ['events.invalid', '/playerId minLength']],
    [
      'a player id of 129 characters',
      { ...good, playerId: 'x'.repeat(129) },
      ['events.invalid', '/playerId maxLength'],
    ],
    ['a player id with a separator of ids', { ...good, playerId: 'a\u001fb' }, ['events.invalid', '/playerId pattern']],
    ['a player id with a line end', { ...good, playerId: 'a\n' }, ['events.invalid', '/playerId pattern']],
    ['a player id with half a character', { ...good, playerId: 'a\ud800' }, ['events.invalid', '/playerId pattern']],
    ['a player id that is a number', { ...good, playerId: 7 }, ['events.invalid', '/playerId type']],
    ['an event id that is null', { ...good, eventId: null }, ['events.invalid', '/eventId type']],
    ["an id of Laurel's own", { ...good, eventId: 'laurel.void.e1' }, ['events.invalid', '/eventId reserved']],
    ['an event id of 129 characters', { ...good, eventId: 'x'.repeat(129) }, ['events.invalid', '/eventId maxLength']],
    ['properties that are a list', { ...good, properties: [] }, ['events.invalid', '/properties type']],
    [
      'properties of 9 levels',
      { ...good, properties: nested(9) },
      ['events.invalid', '/properties/a/a/a/a/a/a/a/a maxDepth'],
    ],
    [
      'lists of 9 levels',
      { ...good, properties: { a: [[[[[[[[1]]]]]]]] } },
      ['events.invalid', '/properties/a/0/0/0/0/0/0/0 maxDepth'],
    ],
    [
      'properties over 32 KB',
      { ...good, properties: { a: 'x'.repeat(MAX_PROPERTIES_BYTES - 7) } },
      ['events.invalid', '/properties maxBytes'],
    ],
    [
      'properties over 32 KB in UTF-8 only',
      { ...good, properties: { a: '€'.repeat(11_000) } },
      ['events.invalid', '/properties maxBytes'],
    ],
    [
      'a number that no double holds',
      { ...good, properties: JSON.parse('{"a":[1e999]}') },
      ['events.invalid', '/properties/a/0 finite'],
    ],
    [
      'a property named __proto__',
      { ...good, properties: JSON.parse('{"a":{"__proto__":1}}') },
      ['events.invalid', '/properties/a/__proto__ forbiddenName'],
    ],
    [
      'a property named constructor',
      { ...good, properties: { constructor: 1 } },
      ['events.invalid', '/properties/constructor forbiddenName'],
    ],
    [
      'a property named prototype',
      { ...good, properties: { prototype: 1 } },
      ['events.invalid', '/properties/prototype forbiddenName'],
    ],
    ['a property name with NUL', { ...good, properties: { 'a\0': 1 } }, ['events.invalid', '/properties/a\0 name']],
    [
      'a text with half a character',
      { ...good, properties: { 'a~': '\udc00' } },
      ['events.invalid', '/properties/a~0 unicode'],
    ],
    [
      'a time without an offset',
      { ...good, occurredAt: '2026-11-20T12:00:00' },
      ['events.invalid', '/occurredAt dateTime'],
    ],
    [
      'a day that does not exist',
      { ...good, occurredAt: '2026-02-30T12:00:00Z' },
      ['events.invalid', '/occurredAt dateTime'],
    ],
    ['a time that is a number', { ...good, occurredAt: NOW }, ['events.invalid', '/occurredAt type']],
    [
      'a time over 5 minutes ahead',
      { ...good, occurredAt: at(NOW + 5 * MINUTE_MS + 1) },
      ['events.in_future', '/occurredAt maxAhead'],
    ],
    [
      'a time over 400 days ago',
      { ...good, occurredAt: at(NOW - 400 * DAY_MS - 1) },
      ['events.too_old', '/occurredAt maxAge'],
    ],
    [
      'several problems',
      { type: 'A', playerId: '', x: 1 },
      ['events.invalid', '/x unknown', '/type pattern', '/playerId minLength'],
    ],
  ])('is refused with %s', (_what, input, problems) => {
    expect(refusal(input)).toEqual(problems);
  });

  it('that lies up to 5 minutes ahead happens now', () => {
    const result = accept({ ...good, occurredAt: at(NOW + 5 * MINUTE_MS) });
    expect(result.ok && result.value.occurredAt).toBe(NOW);
  });
});
