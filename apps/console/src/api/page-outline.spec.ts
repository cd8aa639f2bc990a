import { type PageOutline, UNREAD, pagesInSight, withPage } from './page-outline.js';

const SIGHT = 20;
/** A list of pages of a hundred rows each, read up to here. */
const read = (pages: number): PageOutline => {
  let outline = UNREAD;
  for (let page = 0; page < pages; page += 1)
    outline = withPage(outline, page, { rows: 100, next: `c${page + 1}` }, SIGHT);
  return outline;
};

describe('what is known of a list of pages', () => {
  it('grows by a page at a time, and ends with the last one', () => {
    expect(read(2)).toEqual({
      starts: [
        { cursor: undefined, first: 0 },
        { cursor: 'c1', first: 100 },
        { cursor: 'c2', first: 200 },
      ],
      count: 200,
      isWhole: false,
    });
    const whole = withPage(read(2), 2, { rows: 7, next: null }, SIGHT);
    expect([whole.count, whole.isWhole, whole.starts.length]).toEqual([207, true, 3]);
  });

  it('is the same after a page that told what was known', () => {
    const [some, whole] = [read(3), withPage(read(1), 1, { rows: 7, next: null }, SIGHT)];
    expect(withPage(some, 1, { rows: 100, next: 'c2' }, SIGHT)).toBe(some);
    expect(withPage(whole, 1, { rows: 7, next: null }, SIGHT)).toBe(whole);
    expect(withPage(some, 9, { rows: 1, next: null }, SIGHT)).toBe(some);
  });

  it('forgets what lies behind a page whose end has moved, but for the room of rows in sight', () => {
    const moved = withPage(read(9), 2, { rows: 100, next: 'other' }, 340);
    expect(moved.starts.map(({ cursor }) => cursor)).toEqual([undefined, 'c1', 'c2', 'other']);
    expect([moved.count, moved.isWhole]).toEqual([341, false]);
    expect(withPage(read(9), 0, { rows: 100, next: 'other' }, 30).count).toBe(100);
  });

  it('says which pages are in sight or almost, and which is to be read next', () => {
    expect(pagesInSight(UNREAD, { first: 0, last: 0 })).toEqual([0]);
    expect(pagesInSight(read(1), { first: 0, last: 30 })).toEqual([0]);
    expect(pagesInSight(read(1), { first: 30, last: 60 })).toEqual([0, 1]);
    expect(pagesInSight(read(900), { first: 50_130, last: 50_160 })).toEqual([500, 501, 502]);
  });
});
