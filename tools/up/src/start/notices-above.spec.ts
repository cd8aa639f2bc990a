import { shareTerminal } from './notices-above.ts';

const escape = '\u001b[';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  const out = { isTTY, rows: 40, columns: 100, write: (text: string) => written.push(text) };
  return { written, shared: shareTerminal(out as unknown as NodeJS.WriteStream) };
}

describe('shareTerminal', () => {
  it('prints lines at once while nothing is drawn in place', () => {
    const { shared, written } = terminal(true);
    shared.picture.write('a table\n');
    shared.line('a notice');
    expect(written).toEqual(['a table\n', 'a notice\n']);
  });

  it('puts a notice above the picture at its next redraw', () => {
    const { shared, written } = terminal(true);
    shared.picture.write(`${escape}2Ax\ny\n`);
    shared.line('a notice');
    expect(written).toEqual([`${escape}2Ax\ny\n`]);
    shared.picture.write(`${escape}2Ax\nz\n`);
    expect(written[1]).toBe(`${escape}2A${escape}Ja notice\nx\nz\n`);
  });

  it('keeps a notice for the second drawing when it comes after the first', () => {
    const { shared, written } = terminal(true);
    shared.picture.write(`${escape}?25lx\ny\n`);
    shared.line('a notice');
    shared.picture.write(`${escape}2Ax\nz\n`);
    expect(written).toEqual([`${escape}?25lx\ny\n`, `${escape}2A${escape}Ja notice\nx\nz\n`]);
  });

  it('does not lose a notice for which no redraw comes', () => {
    const { shared, written } = terminal(true);
    shared.picture.write(`${escape}2Ax\ny\n`);
    shared.line('a notice');
    shared.flush();
    shared.line('another');
    expect(written.slice(1)).toEqual(['a notice\n', 'another\n']);
  });

  it('prints lines at once where nothing can be drawn in place', () => {
    const { shared, written } = terminal(false);
    shared.picture.write(`${escape}2Ax\n`);
    shared.line('a notice');
    expect(written[1]).toBe('a notice\n');
  });
});
