import fc from 'fast-check';
import { eventChunks } from './event-chunks.js';

describe('batches of events', () => {
  it('hold all of them in order, within the limits of a gateway', () => {
    const events = fc.array(fc.record({ eventId: fc.string({ unit: 'binary' }) }));
    const limits = fc.record({ events: fc.integer({ min: 1, max: 10 }), bytes: fc.integer({ min: 20, max: 200 }) });
    fc.assert(
      fc.property(events, limits, (all, most) => {
        const chunks = [...eventChunks(all, most)];
        expect(chunks.flat()).toEqual(all);
        for (const chunk of chunks) {
          expect(chunk.length).toBeLessThanOrEqual(most.events);
          const bytes = Buffer.byteLength(JSON.stringify(chunk));
          expect(bytes <= most.bytes || chunk.length === 1).toBe(true);
        }
      }),
    );
  });
});
