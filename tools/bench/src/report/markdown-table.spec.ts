import { markdownTable } from './markdown-table.ts';

describe('a Markdown table', () => {
  it('lines up its columns', () => {
    const table = markdownTable(
      [
        { title: 'what', align: 'left' },
        { title: 'per second', align: 'right' },
      ],
      [
        ['events', '12,000'],
        ['pages of a board', '7'],
      ],
    );
    expect(table).toBe(
      [
        '| what             | per second |',
        '| ---------------- | ---------: |',
        '| events           |     12,000 |',
        '| pages of a board |          7 |',
      ].join('\n'),
    );
  });

  it('leaves cells empty that a row lacks', () => {
    const columns = [
      { title: 'a', align: 'left' },
      { title: 'b', align: 'right' },
    ] as const;
    expect(markdownTable(columns, [['x']])).toBe('| a   |   b |\n| --- | --: |\n| x   |     |');
  });
});
