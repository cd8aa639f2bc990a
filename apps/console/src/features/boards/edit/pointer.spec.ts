import { getAt, setAt } from './pointer.js';

const BOARD = { key: 'cup', windows: [{ kind: 'weekly' }, { kind: 'all' }], ties: { then: 'shared' } };

describe('a JSON pointer', () => {
  it('reads what is there', () => {
    expect(getAt(BOARD, '/windows/1/kind')).toBe('all');
    expect(getAt(BOARD, '/windows/2/kind')).toBeUndefined();
    expect(getAt({ 'a/b': { '~': 1 } }, '/a~1b/~0')).toBe(1);
  });

  it('writes without touching the document', () => {
    expect(setAt(BOARD, '/windows/0/timeZone', 'Europe/Berlin').windows[0]).toEqual({
      ...{ kind: 'weekly', timeZone: 'Europe/Berlin' },
    });
    expect(BOARD.windows[0]).toEqual({ kind: 'weekly' });
  });

  it('keeps the order of what was there, and begins what was not', () => {
    expect(Object.keys(setAt(BOARD, '/key', 'bowl'))).toEqual(['key', 'windows', 'ties']);
    expect(setAt(BOARD, '/league/window', 'weekly')).toMatchObject({ league: { window: 'weekly' } });
  });

  it('takes away, and with it what is empty then', () => {
    expect(setAt(BOARD, '/ties/then', undefined)).not.toHaveProperty('ties');
    expect(setAt(BOARD, '/windows/0/name', undefined)).toEqual(BOARD);
  });
});
