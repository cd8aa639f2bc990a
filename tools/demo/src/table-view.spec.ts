import { TABLE_WIDTH, type TableView, renderMatchday, renderTable } from './table-view.ts';

const VIEW: TableView = {
  title: 'English Premier League 2014/15',
  matchday: 3,
  matchdays: 38,
  matchesPlayed: 25,
  matches: 380,
  rows: [
    { rank: 1, playerId: 'chelsea', points: 9, goalDifference: 7, goalsFor: 11 },
    { rank: 2, playerId: 'swansea', points: 9, goalDifference: 0, goalsFor: 6 },
    { rank: 3, playerId: 'queens-park-rangers', points: 3, goalDifference: -4, goalsFor: 1 },
  ],
  ranksBefore: new Map([
    ['chelsea', 1],
    ['swansea', 14],
    ['queens-park-rangers', 2],
  ]),
  clubNames: new Map([
    ['chelsea', 'Chelsea'],
    ['swansea', 'Swansea'],
    ['queens-park-rangers', 'Queens Park Rangers'],
  ]),
  trouble: undefined,
};
const PLAIN = { color: false, height: 24 };

describe('renderTable', () => {
  it('shows progress, places, moves, points, goal difference and goals', () => {
    expect(renderTable(VIEW, PLAIN)).toEqual([
      'English Premier League 2014/15 · matchday 3 of 38',
      '██░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   25/380 matches',
      '  #     Club                      Pts    GD   GF',
      '  1     Chelsea                     9    +7   11',
      '  2 ▲12 Swansea                     9     0    6',
      '  3 ▼1  Queens Park Rangers         3    −4    1',
      '',
    ]);
  });

  it('fills the bar when all is played', () => {
    expect(renderTable({ ...VIEW, matchesPlayed: 380 }, PLAIN)[1]).toBe(`${'█'.repeat(36)}  380/380 matches`);
  });

  it('has no arrow for a club that was not ranked before or is not now', () => {
    const view = {
      ...VIEW,
      ranksBefore: new Map([['chelsea', 5]]),
      rows: VIEW.rows.map((row) => ({ ...row, rank: null })),
    };
    expect(renderTable(view, PLAIN)[3]).toBe('  –     Chelsea                     9    +7   11');
    expect(renderTable({ ...VIEW, ranksBefore: new Map() }, PLAIN).join('')).not.toMatch(/[▲▼]/);
  });

  it('shows as many rows as fit', () => {
    const lines = renderTable(VIEW, { color: false, height: 6 });
    expect(lines).toHaveLength(6);
    expect(lines.join('\n')).not.toContain('Queens Park Rangers');
  });

  it('colours climbers green and others red, leaving the text as it is', () => {
    const lines = renderTable(VIEW, { color: true, height: 24 });
    expect(lines[4]).toContain('\x1b[32m▲12\x1b[0m');
    expect(lines[5]).toContain('\x1b[31m▼1 \x1b[0m');
    // One by one, because a pattern with control characters in it is hard to read.
    const bare = [0, 1, 2, 31, 32].reduce((text, code) => text.replaceAll(`\x1b[${code}m`, ''), lines.join('\n'));
    expect(bare).toBe(renderTable(VIEW, PLAIN).join('\n'));
  });

  it('says what is amiss, and stays within its width', () => {
    const names = new Map([['chelsea', 'A club whose name is much longer than the column']]);
    const lines = renderTable({ ...VIEW, clubNames: names, trouble: 'x'.repeat(200) }, PLAIN);
    expect(lines.at(-1)).toBe('x'.repeat(TABLE_WIDTH));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(TABLE_WIDTH);
  });
});

describe('renderMatchday', () => {
  it('names the three best', () => {
    expect(renderMatchday(VIEW)).toBe(
      'Matchday  3/38   1. Chelsea 9 (+7)   2. Swansea 9 (0)   3. Queens Park Rangers 3 (−4)',
    );
  });
});
