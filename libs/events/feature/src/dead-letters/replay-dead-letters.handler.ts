import type { Topics } from '@laurel/contracts';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { KafkaProducer, Receipt } from '@laurel/platform-kafka';
import { type LetterFilter, type DeadLetters, passes } from './dead-letters.kafka.js';
import type { DeadLetter, OpenedLetter } from './dead-letter.js';
import { INCOMPLETE, isOriginal, originalValue } from './original-message.js';

/** Why the scoring service could not read a message, or undefined when it can. */
export type ReadProblem = (value: Buffer) => string | undefined;

/** Which letters to produce again: by position, of one workspace alone where that is given, or all that pass. */
export type LetterChoice =
  { readonly positions: readonly string[]; readonly workspace?: string } | { readonly filter: LetterFilter };

export interface ReplayedLetters {
  readonly replayed: readonly { readonly letter: DeadLetter; readonly receipt: Receipt }[];
  /** Left where they are, and why. */
  readonly refused: readonly { readonly letter: DeadLetter; readonly reason: string }[];
  /** Positions that no letter has. */
  readonly missing: readonly string[];
}

interface Ready {
  readonly letter: OpenedLetter;
  readonly value: Buffer;
}

/** Messages that are produced together; the next ones wait for their acknowledgement, so order is kept. */
const MESSAGES_PER_SEND = 100;

/**
 * Produces dead letters to the events topic again, each under its own key into its own partition, in the order of the log. A
 * failed event is retried under its id; one that was processed meanwhile is recorded as a duplicate, so doing it twice is
 * harmless.
 */
export class ReplayDeadLettersHandler {
  constructor(
    private readonly letters: DeadLetters,
    private readonly producer: KafkaProducer,
    private readonly topics: Topics,
    private readonly readProblem: ReadProblem,
  ) {}

  /** Error: `kafka.unavailable`; then some of them may have been produced. */
  async handle(choice: LetterChoice): Promise<Result<ReplayedLetters, DomainError>> {
    const opened = await this.letters.open((letter) => isChosen(letter, choice));
    const ready: Ready[] = [];
    const refused: { letter: DeadLetter; reason: string }[] = [];
    for (const letter of opened) {
      const value = await this.valueOf(letter);
      if (value.ok) ready.push({ letter, value: value.value });
      else refused.push({ letter, reason: value.error });
    }
    const receipts = await this.produce(ready);
    if (!receipts.ok) return receipts;
    const found = new Set(opened.map(({ position }) => position));
    return ok({
      replayed: receipts.value,
      refused,
      missing: 'positions' in choice ? choice.positions.filter((position) => !found.has(position)) : [],
    });
  }

  private async valueOf(letter: OpenedLetter): Promise<Result<Buffer, string>> {
    const held = originalValue(letter);
    const value = !held.ok && held.error === INCOMPLETE ? await this.fetch(letter) : held;
    if (!value.ok) return value;
    const problem = this.readProblem(value.value);
    return problem === undefined ? value : err(`it still can't be read: ${problem}`);
  }

  private async fetch(letter: OpenedLetter): Promise<Result<Buffer, string>> {
    const message = await this.letters.original(letter);
    if (message?.value && isOriginal(letter, message)) return ok(message.value);
    return err('the letter holds only its beginning, and the events topic no longer holds the message');
  }

  private async produce(ready: readonly Ready[]): Promise<Result<ReplayedLetters['replayed'], DomainError>> {
    const replayed: { letter: DeadLetter; receipt: Receipt }[] = [];
    for (let start = 0; start < ready.length; start += MESSAGES_PER_SEND) {
      const batch = ready.slice(start, start + MESSAGES_PER_SEND);
      const sent = await this.producer.send(this.topics.events, batch.map(toOutgoing));
      if (!sent.ok) return sent;
      batch.forEach(({ letter }, index) => {
        const receipt = sent.value[index];
        if (receipt) replayed.push({ letter, receipt });
      });
    }
    return ok(replayed);
  }
}

const isChosen = (letter: DeadLetter, choice: LetterChoice): boolean =>
  'positions' in choice
    ? choice.positions.includes(letter.position) && passes(letter, { workspace: choice.workspace })
    : passes(letter, choice.filter);

const toOutgoing = ({ letter, value }: Ready) => ({
  // Only a control message is put aside without a key; it has its workspace's.
  key: letter.key ?? `${letter.workspace ?? ''}|`,
  value: value.toString('utf8'),
  partition: letter.partition,
});
