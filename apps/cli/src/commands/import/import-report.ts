import { pageOf } from '../../gateways/gateway.js';
import type { RefusedLine } from '../../gateways/imports-api.js';
import { counted, plain } from '../../terminal/table.js';

const SHOWN_LINES = 100;
const LONGEST = 400;

/** Refused lines as compilers write them, for editors to jump to: one line for each field that is wrong. */
export function refusedLines(file: string, refused: readonly RefusedLine[]): string[] {
  const shown = refused.slice(0, SHOWN_LINES).flatMap((each) => describeLine(file, each));
  const more = refused.length - SHOWN_LINES;
  return more > 0 ? [...shown, `and ${counted(more, 'line')} more; --json tells all`] : shown;
}

function describeLine(file: string, { line, code, detail, errors }: RefusedLine): string[] {
  const page = `(${pageOf(code)})`;
  if (errors.length === 0) return [`${file}:${line}: ${plain(detail, LONGEST)} ${page}`];
  return errors.map(
    ({ path, message }) => `${file}:${line} ${plain(path, LONGEST)}: ${plain(message, LONGEST)} ${page}`,
  );
}
