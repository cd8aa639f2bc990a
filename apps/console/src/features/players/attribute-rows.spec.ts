import { changesOf, problemOfRow, rowsOf } from './attribute-rows.js';

const BEFORE = { city: 'London', level: 5, vip: true };

describe('attributes in a form', () => {
  it('that nobody touched change nothing', () => {
    expect(changesOf(BEFORE, rowsOf(BEFORE))).toEqual({});
  });

  it('are sent where they differ, null where they are taken away, with the type that was chosen', () => {
    const rows = [
      { key: 'city', value: 'Paris', type: 'text' },
      { key: 'level', value: '5', type: 'text' },
      { key: 'new', value: 'true', type: 'yes or no' },
    ] as const;

    expect(changesOf(BEFORE, rows)).toEqual({ city: 'Paris', level: '5', new: true, vip: null });
  });

  it.each([
    [{ key: 'Big', value: '', type: 'text' }, 'Lower case letters, digits, _ and -'],
    [{ key: 'n', value: 'five', type: 'number' }, 'The value is no number'],
    [{ key: 'n', value: ' ', type: 'number' }, 'The value is no number'],
    [{ key: 'n', value: '-1.5', type: 'number' }, undefined],
  ] as const)('that are %j are told: %s', (row, problem) => {
    expect(problemOfRow(row, [row])).toBe(problem);
  });

  it('of one name are told', () => {
    const row = { key: 'city', value: 'a', type: 'text' } as const;
    expect(problemOfRow(row, [row, { ...row }])).toBe('There is another one of this name');
  });
});
