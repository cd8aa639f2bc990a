import type { EventRecord } from '@laurel/contracts';
import fc from 'fast-check';
import { eventKey, playerKey64 } from './event-key.js';
import { MAX_PAGE_SPAN_MS, decodeEventPage, encodeEventPages, recordsOfPage } from './event-page.js';
import { aRecord } from './event-record.builder.js';

/** As JSON keeps it: no −0, for one. */
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

const step = fc.record({
  workspace: fc.constantFrom('ws_1', 'ws_2', 'ws_3'),
  playerId: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((text) => !/\p{Cs}/u.test(text)),
  eventId: fc.string({ minLength: 1, maxLength: 20 }),
  properties: fc.dictionary(fc.string(), json, { maxKeys: 4 }),
  status: fc.constantFrom<EventRecord['status']>('processed', 'duplicate', 'conflict', 'late', 'failed'),
  gap: fc.integer({ min: 1, max: 5 }),
  pauseMs: fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 200_000 })),
});

/** Records of one batch: offsets rise, times don't fall. */
const batch = fc.array(step, { minLength: 1, maxLength: 40 }).map((steps) => {
  let [offset, decidedAt] = [0, 1_000_000];
  return steps.map(({ gap, pauseMs, ...fields }) => {
    offset += gap;
    decidedAt += pauseMs;
    return aRecord({ ...fields, offset, decidedAt });
  });
});

describe('event pages', () => {
  it('give back every record of a batch, each workspace in the order of the log', () => {
    fc.assert(
      fc.property(batch, (records) => {
        const read = encodeEventPages(records).flatMap((page) => decodeEventPage(page));
        for (const workspace of new Set(records.map((record) => record.workspace))) {
          const isOfIt = (record: EventRecord): boolean => record.workspace === workspace;
          expect(read.filter(isOfIt)).toEqual(records.filter(isOfIt));
        }
        expect(encodeEventPages(records).flatMap((page) => [...recordsOfPage(page)])).toEqual(read);
        expect(read).toHaveLength(records.length);
      }),
    );
  });

  it('hold one workspace and a bounded time each, and say where they lie and whose they are', () => {
    fc.assert(
      fc.property(batch, (records) => {
        const pages = encodeEventPages(records);
        for (const page of pages) {
          const held = decodeEventPage(page);
          const [first, last] = [held[0], held.at(-1)];
          expect(new Set(held.map(({ workspace }) => workspace))).toEqual(new Set([page.workspace]));
          expect(page).toMatchObject({ first: first?.offset, last: last?.offset });
          expect(page).toMatchObject({ from: first?.decidedAt, to: last?.decidedAt });
          expect(page.to - page.from).toBeLessThanOrEqual(MAX_PAGE_SPAN_MS);
          expect(page.events).toEqual(held.map((record) => eventKey(page.workspace, record.eventId, record.playerId)));
          const players = new Set(held.map(({ playerId }) => String(playerKey64(page.workspace, playerId))));
          expect(new Set(page.players.map(String))).toEqual(players);
        }
        expect(new Set(pages.map(({ _id }) => _id)).size).toBe(pages.length);
      }),
    );
  });

  it('are several where the records are large', () => {
    const properties = { text: 'x'.repeat(30_000) };
    const records = Array.from({ length: 200 }, (_, offset) => aRecord({ offset, properties }));
    const pages = encodeEventPages(records);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap((page) => decodeEventPage(page))).toEqual(records);
  });

  it('leave out lines without the hint', () => {
    const [page] = encodeEventPages([aRecord({ playerId: 'arsenal' }), aRecord({ playerId: 'chelsea', offset: 43 })]);
    expect(page && decodeEventPage(page, '"chelsea"').map(({ playerId }) => playerId)).toEqual(['chelsea']);
  });

  it('are none for no records', () => {
    expect(encodeEventPages([])).toEqual([]);
  });
});
