/** Begins a formula where a spreadsheet opens the file: it is shown as text instead (OWASP, CSV injection), by full-width signs too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A line of a CSV file (RFC 4180). Numbers stay numbers; a text that a spreadsheet would run is marked as text. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
