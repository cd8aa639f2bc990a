import { namesOf } from './names.js';

describe('names', () => {
  it('are read page by page, and of those alone who have one', async () => {
    const pages = [
      { entries: [{ id: 'key_1', name: 'game server' }], next: 'second' },
      { entries: [{ id: 'key_2', name: '' }], next: 'third' },
      { entries: [{ id: 'key_3', name: 'importer' }], next: null },
    ];
    const asked: (string | undefined)[] = [];
    const names = await namesOf((cursor) => {
      asked.push(cursor);
      return Promise.resolve(pages[asked.length - 1] ?? { entries: [], next: null });
    });
    expect(names).toEqual([
      ['key_1', 'game server'],
      ['key_3', 'importer'],
    ]);
    expect(asked).toEqual([undefined, 'second', 'third']);
  });

  it('are not read without end', async () => {
    let asked = 0;
    const names = await namesOf(() =>
      Promise.resolve({ entries: [{ id: `op_${++asked}`, name: 'Ada' }], next: 'more' }),
    );
    expect([asked, names.length]).toEqual([10, 10]);
  });
});
