import fc from 'fast-check';
import { type SentBody, sameBody } from './same-body.js';

const body = (properties: Record<string, unknown>, more: Partial<SentBody> = {}): SentBody => ({
  type: 'played',
  sentAt: undefined,
  properties,
  ...more,
});

describe('the bodies of two messages', () => {
  it('are the same whatever the order of their keys', () => {
    expect(sameBody(body({ a: 1, b: { c: 2, d: 3 } }), body({ b: { d: 3, c: 2 }, a: 1 }))).toBe(true);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['a value', { a: 1 }, { a: 2 }],
    ['a type', { a: 1 }, { a: '1' }],
    ['one field more', { a: 1 }, { a: 1, b: 2 }],
    ['one field less', { a: 1, b: 2 }, { a: 1 }],
    ['a field’s name', { a: 1 }, { b: 1 }],
    ['null for absent', { a: null }, {}],
    ['null for an object', { a: null }, { a: {} }],
    ['the order of a list', { a: [1, 2] }, { a: [2, 1] }],
    ['a list for an object of its indices', { a: ['x'] }, { a: { 0: 'x' } }],
    ['something deep inside', { a: [{ b: [{ c: 1 }] }] }, { a: [{ b: [{ c: 2 }] }] }],
    ['an inherited name', JSON.parse('{"__proto__":{}}') as Record<string, unknown>, {}],
  ])('differ by %s', (_, left, right) => {
    expect(sameBody(body(left), body(right))).toBe(false);
    expect(sameBody(body(right), body(left))).toBe(false);
  });

  it('differ by type and by the time that was sent, also against none', () => {
    expect(sameBody(body({}), body({}, { type: 'won' }))).toBe(false);
    expect(sameBody(body({}, { sentAt: 1 }), body({}, { sentAt: 2 }))).toBe(false);
    expect(sameBody(body({}, { sentAt: 0 }), body({}))).toBe(false);
  });

  it('are the same for what was written and read again, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (properties) => {
        const copy = JSON.parse(JSON.stringify(properties)) as Record<string, unknown>;
        const reversed = Object.fromEntries(Object.entries(copy).reverse());

        expect(sameBody(body(properties), body(reversed))).toBe(true);
      }),
    );
  });
});
