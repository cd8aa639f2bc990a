import { counted, plain, renderTable, signed } from './table.js';

describe('a table', () => {
  it('aligns texts left and numbers right, under their titles', () => {
    const columns = [{ title: 'CLUB' }, { title: 'PTS', numeric: true }];

    expect(
      renderTable(columns, [
        ['Burnley', '7'],
        ['Köln', '1,234'],
      ]),
    ).toEqual(['CLUB       PTS', 'Burnley      7', 'Köln     1,234']);
  });
});

describe('text from elsewhere', () => {
  it('has no control characters left and is cut where it is long', () => {
    expect(plain('a\u001b[2Jb\nc')).toBe('a�[2Jb�c');
    expect(plain('x'.repeat(500), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});

describe('numbers', () => {
  it('are counted with their noun and shown with their sign', () => {
    expect([counted(1, 'row'), counted(1_200, 'row')]).toEqual(['1 row', '1,200 rows']);
    expect([signed(3), signed(-1_000), signed(0)]).toEqual(['+3', '−1,000', '±0']);
  });
});
