import { FIRST_ORDER, orderOf } from './order.js';

describe('the order of a dry run', () => {
  it('is of the last events, of the draft', () => {
    expect(orderOf({ ...FIRST_ORDER, last: 50 })).toEqual({ order: { last: 50, top: 10 } });
  });

  it('is of a time, as an instant, and open at its end', () => {
    const from = '2026-05-01T12:00';

    expect(orderOf({ ...FIRST_ORDER, span: 'time', from })).toEqual({
      order: { from: new Date(from).toISOString(), top: 10 },
    });
    expect(orderOf({ ...FIRST_ORDER, span: 'time' })).toEqual({ missing: 'Say from when on.' });
  });

  it('is of one event, and of a release where one is named', () => {
    expect(orderOf({ ...FIRST_ORDER, span: 'event', event: '{"type":"won"}', release: 3 })).toEqual({
      order: { event: { type: 'won' }, top: 10, release: 3 },
    });
    expect(orderOf({ ...FIRST_ORDER, span: 'event', event: '[' })).toMatchObject({ missing: expect.any(String) });
  });
});
