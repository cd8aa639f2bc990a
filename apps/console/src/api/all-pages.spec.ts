import { allPages } from './all-pages.js';

describe('all of a list', () => {
  it('is read page by page, to the last one', async () => {
    const pages = [
      { entries: [1, 2], next: 'second' },
      { entries: [], next: 'third' },
      { entries: [3], next: null },
    ];
    const asked: (string | undefined)[] = [];
    const rows = await allPages((cursor) => {
      asked.push(cursor);
      return Promise.resolve(pages[asked.length - 1] ?? { entries: [], next: null });
    });
    expect(rows).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, 'second', 'third']);
  });

  it('is not read without end', async () => {
    let asked = 0;
    const rows = await allPages(() => Promise.resolve({ entries: [++asked], next: 'more' }));
    expect([asked, rows.length]).toEqual([10, 10]);
  });
});
