import { DeadLetters, type OpenedLetter } from '@laurel/events-feature';
import { toIso } from '@laurel/kernel';
import { Connections } from '../../connections/connections.js';
import { UsageError } from '../../exit-codes.js';
import type { CommandContext } from '../command-context.js';
import { printJson, printLine } from '../../terminal/output.js';
import { counted, plain } from '../../terminal/table.js';
import { letterJson } from './list-letters.js';

export interface ShowOptions {
  readonly json?: boolean;
}

const SHOWN_CHARACTERS = 20_000;

/** `dead-letter show` */
export async function showLetter({ output }: CommandContext, at: string, { json }: ShowOptions): Promise<void> {
  const [letter] = await Connections.use(async (connections) =>
    new DeadLetters(await connections.kafka(), connections.topics).open(({ position }) => position === at),
  );
  if (!letter) {
    throw new UsageError(`There is no dead letter ${at}. To see which there are: npm run laurel -- dead-letter list`);
  }
  const { key, value, truncated, ...summary } = letter;
  if (json) {
    return printJson(output, { ...letterJson(summary), key, truncated, value: value?.toString('base64') ?? null });
  }
  for (const [name, text] of factsOf(letter)) printLine(output, `${name.padEnd(10)} ${text}`);
  printLine(output);
  printLine(output, contentOf(letter));
  printLine(output);
  printLine(output, `What the cause means: docs/errors/${plain(letter.cause)}.md`);
  printLine(output, `To send it again: npm run laurel -- dead-letter replay ${letter.position}`);
}

function factsOf({ position, at, cause, detail, workspace, playerId, eventId, key, copies }: OpenedLetter) {
  return [
    ['position', position],
    ['put aside', `${toIso(at)}${copies > 1 ? `, published ${copies} times` : ''}`],
    ['cause', plain(cause)],
    ['detail', plain(detail, 2_000)],
    ['workspace', plain(workspace ?? '–')],
    ['player', plain(playerId ?? '–')],
    ['event', plain(eventId ?? '–')],
    ['key', plain(key ?? '–')],
  ] as const;
}

function contentOf({ value, truncated }: OpenedLetter): string {
  if (!value || value.length === 0) return 'The message was empty.';
  const text = value.toString('utf8');
  const rest = truncated ? '\n… the letter holds only this beginning; the whole is in the events topic' : '';
  return `${counted(value.length, 'byte')}:\n${pretty(text)}${rest}`;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2).slice(0, SHOWN_CHARACTERS);
  } catch {
    return plain(text, SHOWN_CHARACTERS);
  }
}
