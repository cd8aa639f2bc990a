import { type Output, createScreen } from './screen.ts';
import type { TableView } from './table-view.ts';

const VIEW: TableView = {
  title: 'League',
  matchday: 1,
  matchdays: 2,
  matchesPlayed: 1,
  matches: 2,
  rows: Array.from({ length: 20 }, (_, index) => ({
    rank: index + 1,
    playerId: `club-${index + 1}`,
    points: 20 - index,
    goalDifference: 0,
    goalsFor: 0,
  })),
  ranksBefore: new Map(),
  clubNames: new Map(),
  trouble: undefined,
};

function recording(size: Omit<Output, 'write'>) {
  const writes: string[] = [];
  return { ...size, writes, write: (text: string) => writes.push(text) };
}

describe('a terminal', () => {
  it('is drawn in place: each picture begins where the one before began', () => {
    const out = recording({ isTTY: true, columns: 80, rows: 40 });
    const screen = createScreen(out);
    screen.update(VIEW);
    screen.update(VIEW);
    expect(out.writes[0]?.split('\n')).toHaveLength(25);
    expect(out.writes[1]?.startsWith('\x1b[24A')).toBe(true);
  });

  it('never gets a picture higher than itself before the final table', () => {
    const out = recording({ isTTY: true, columns: 80, rows: 15 });
    const screen = createScreen(out);
    screen.update(VIEW);
    expect(out.writes[0]?.split('\n')).toHaveLength(15);
    screen.finish(VIEW);
    expect(out.writes.at(-1)).toContain('club-20');
  });

  it('gets its cursor back', () => {
    const out = recording({ isTTY: true, columns: 80, rows: 40 });
    const screen = createScreen(out);
    screen.update(VIEW);
    screen.close();
    expect(out.writes[0]).toContain('\x1b[?25l');
    expect(out.writes.at(-1)).toBe('\x1b[?25h');
  });
});

describe.each([
  ['a file', { isTTY: false }],
  ['a terminal that is too narrow', { isTTY: true, columns: 40, rows: 40 }],
  ['a terminal that is too low', { isTTY: true, columns: 80, rows: 8 }],
])('%s', (_, size) => {
  it('gets a line per matchday and the whole table at the end, without control codes', () => {
    const out = recording(size);
    const screen = createScreen(out);
    screen.update(VIEW);
    screen.matchdayOver(VIEW);
    expect(out.writes).toEqual(['Matchday  1/2   1. club-1 20 (0)   2. club-2 19 (0)   3. club-3 18 (0)\n']);
    screen.finish(VIEW);
    screen.close();
    expect(out.writes.join('')).toContain('club-20');
    expect(out.writes.join('')).not.toContain('\x1b');
  });

  it('is told of a trouble once', () => {
    const out = recording(size);
    const screen = createScreen(out);
    screen.update({ ...VIEW, trouble: 'gone' });
    screen.update({ ...VIEW, trouble: 'gone' });
    screen.update(VIEW);
    expect(out.writes).toEqual(['  gone\n']);
  });
});
