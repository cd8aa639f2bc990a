import { type DeadLetter, DeadLetters, type LetterFilter } from '@laurel/events-feature';
import { toIso } from '@laurel/kernel';
import { Connections } from '../../connections/connections.js';
import { findWorkspace } from '../../connections/find-workspace.js';
import type { CommandContext } from '../command-context.js';
import { printJson, printLine } from '../../terminal/output.js';
import { count, counted, plain, renderTable } from '../../terminal/table.js';

export interface LetterOptions {
  readonly workspace?: string;
  readonly from?: number;
  readonly to?: number;
}

export interface ListOptions extends LetterOptions {
  readonly cause?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** `dead-letter list` */
export async function listLetters({ output }: CommandContext, options: ListOptions): Promise<void> {
  const found = await Connections.use(async (connections) => {
    const filter = await filterOf(connections, options, options.cause);
    return new DeadLetters(await connections.kafka(), connections.topics).list(filter);
  });
  const shown = found.slice(0, options.limit);
  if (options.json) return printJson(output, { total: found.length, letters: shown.map(letterJson) });
  if (found.length === 0) return printLine(output, 'No dead letters.');
  for (const line of renderTable(COLUMNS, shown.map(rowOf))) printLine(output, line);
  printLine(output);
  const causes = Array.from(byCause(found), ([cause, letters]) => `${count(letters)} × ${cause}`).join(', ');
  const more = shown.length < found.length ? `, the latest ${count(shown.length)} shown (--limit shows more)` : '';
  printLine(output, `${counted(found.length, 'letter')}${more}: ${causes}`);
  printLine(output, 'One with its message: npm run laurel -- dead-letter show <position>');
}

/** What the options of a command choose; the workspace by its id. */
export async function filterOf(
  connections: Connections,
  { workspace, from, to }: LetterOptions,
  cause: string | undefined,
): Promise<LetterFilter> {
  const id = workspace === undefined ? undefined : (await findWorkspace(await connections.mongo(), workspace)).id;
  return { workspace: id, cause, from, to };
}

export const letterJson = ({ at, ...letter }: DeadLetter) => ({ ...letter, at: toIso(at) });

const COLUMNS = [
  { title: 'POSITION' },
  { title: 'PUT ASIDE' },
  { title: 'CAUSE' },
  { title: 'WORKSPACE' },
  { title: 'PLAYER' },
  { title: 'EVENT' },
  { title: 'DETAIL' },
];

const rowOf = ({ position, at, cause, workspace, playerId, eventId, detail }: DeadLetter): string[] => [
  position,
  toIso(at),
  plain(cause, 40),
  plain(workspace ?? '–', 40),
  plain(playerId ?? '–', 30),
  plain(eventId ?? '–', 40),
  plain(detail, 80),
];

function byCause(letters: readonly DeadLetter[]): Map<string, number> {
  const causes = new Map<string, number>();
  for (const { cause } of letters) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  return new Map([...causes].sort(([, left], [, right]) => right - left));
}
