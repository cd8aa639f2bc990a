import { DeadLetters, type LetterChoice, ReplayDeadLettersHandler, type ReplayedLetters } from '@laurel/events-feature';
import { whyUndecodable } from '@laurel/scoring-feature';
import { Connections } from '../../connections/connections.js';
import { EXIT, UnreachableError, UsageError } from '../../exit-codes.js';
import type { CommandContext } from '../command-context.js';
import { type Output, printJson, printLine } from '../../terminal/output.js';
import { counted, plain } from '../../terminal/table.js';
import { type LetterOptions, filterOf, letterJson } from './list-letters.js';

export interface ReplayOptions extends LetterOptions {
  readonly allWithCause?: string;
  readonly json?: boolean;
}

/** `dead-letter replay` */
export async function replayLetters(
  { output, end }: CommandContext,
  positions: readonly string[],
  options: ReplayOptions,
): Promise<void> {
  if (positions.length > 0 === (options.allWithCause !== undefined)) {
    throw new UsageError('Give places such as 3:1042, or --all-with-cause <code>: one of the two.');
  }
  const done = await Connections.use(async (connections) => {
    const choice: LetterChoice =
      positions.length > 0 ? { positions } : { filter: await filterOf(connections, options, options.allWithCause) };
    const kafka = await connections.kafka();
    const { topics } = connections;
    const producer = await connections.producer(kafka);
    return new ReplayDeadLettersHandler(new DeadLetters(kafka, topics), producer, topics, whyUndecodable).handle(
      choice,
    );
  });
  if (!done.ok) throw new UnreachableError(`${done.error.title}: ${done.error.detail}`);
  if (options.json) printJson(output, replayedJson(done.value));
  else printReplayed(output, done.value);
  if (done.value.refused.length > 0 || done.value.missing.length > 0) end(EXIT.found);
}

function printReplayed(output: Output, { replayed, refused, missing }: ReplayedLetters): void {
  for (const { letter, receipt } of replayed) {
    const event = letter.eventId === undefined ? '' : `  event ${plain(letter.eventId)}`;
    printLine(output, `${letter.position} → ${receipt.partition}:${receipt.offset}${event}`);
  }
  for (const { letter, reason } of refused) printLine(output, `${letter.position} refused: ${plain(reason, 300)}`);
  for (const position of missing) printLine(output, `${position} not found: there is no dead letter of it`);
  printLine(output, `${counted(replayed.length, 'message')} produced again, ${refused.length} refused.`);
  if (replayed.length > 0) printLine(output, 'What became of one: GET /v1/events/<event id>?playerId=<player>');
}

const replayedJson = ({ replayed, refused, missing }: ReplayedLetters) => ({
  replayed: replayed.map(({ letter, receipt }) => ({ ...letterJson(summaryOf(letter)), receipt })),
  refused: refused.map(({ letter, reason }) => ({ ...letterJson(summaryOf(letter)), reason })),
  missing,
});

/** Without what the letter holds, which `show` gives. */
const summaryOf = (letter: ReplayedLetters['replayed'][number]['letter']) => {
  const { position, partition, offset, workspace, playerId, eventId, cause, detail, at, copies } = letter;
  return { position, partition, offset, workspace, playerId, eventId, cause, detail, at, copies };
};
