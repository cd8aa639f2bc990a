/** A column: its title, and whether its cells are numbers, which stand to the right. */
export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
}

/** Rows as lines of aligned columns under their titles. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(lengthOf(title), ...rows.map((row) => lengthOf(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ numeric }, index) => {
        const cell = cells[index] ?? '';
        const space = ' '.repeat((widths[index] ?? 0) - lengthOf(cell));
        return numeric ? `${space}${cell}` : `${cell}${space}`;
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}

const lengthOf = (text: string): number => Array.from(text).length;

/** What messages hold may be anything: control characters would move the cursor, and long texts break the lines. */
export function plain(text: string, longest = 120): string {
  const printable = text.replace(/\p{Cc}/gu, '�');
  return printable.length <= longest ? printable : `${printable.slice(0, longest - 1)}…`;
}

export const count = (number: number): string => number.toLocaleString('en-US');

/** `3 records`, `1 record`. */
export const counted = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

/** A change with its sign. */
export const signed = (number: number): string =>
  `${number > 0 ? '+' : number < 0 ? '−' : '±'}${count(Math.abs(number))}`;
