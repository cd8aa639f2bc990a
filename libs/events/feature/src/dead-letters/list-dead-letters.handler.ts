import { type Clock, type DomainError, type Result, err, ok } from '@laurel/kernel';
import { readCursor, writeCursor } from '@laurel/platform-http';
import { kafkaErrors } from '@laurel/platform-kafka';
import { Inject, Injectable } from '@nestjs/common';
import { VOID_CLOCK } from '../void-event/void-clock.js';
import type { DeadLetter, OpenedLetter } from './dead-letter.js';
import { deadLetterErrors } from './dead-letters.errors.js';
import { DeadLetters, passes } from './dead-letters.kafka.js';

export interface ListDeadLetters {
  readonly workspace: string;
  readonly playerId?: string | undefined;
  readonly cause?: string | undefined;
  /** 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface LetterPage {
  readonly entries: readonly DeadLetter[];
  readonly total: number;
  readonly next: string | null;
}

const LIST = 'dead-letters';
/** Time it was put aside (ms), partition, offset. */
const PLACE = /^\d{1,16}:\d{1,16}:\d{1,16}$/;
/** Whoever looks within it shares one reading of the topic. */
const SHARED_MS = 2_000;

/** One workspace's messages that could not be processed. */
@Injectable()
export class ListDeadLettersHandler {
  private reading: { readonly at: number; readonly letters: Promise<DeadLetter[]> } | undefined;

  constructor(
    @Inject(DeadLetters) private readonly letters: Pick<DeadLetters, 'list' | 'open'>,
    @Inject(VOID_CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest first. Errors: `http.invalid_input`, `kafka.unavailable`. */
  async list({ limit, cursor: text, playerId, ...filter }: ListDeadLetters): Promise<Result<LetterPage, DomainError>> {
    const { workspace } = filter;
    const cursor = readCursor(LIST, workspace, text, PLACE);
    if (!cursor.ok) return cursor;
    const all = await answered(this.newest());
    if (!all.ok) return all;
    const wanted = all.value.filter(
      (letter) => passes(letter, filter) && (playerId === undefined || letter.playerId === playerId),
    );
    const from = cursor.value?.from;
    const behind = from === undefined ? wanted : wanted.filter((letter) => isBehind(letter, from));
    const entries = behind.slice(0, limit);
    const last = behind.length > limit ? entries.at(-1) : undefined;
    const next = last ? writeCursor(LIST, workspace, { towards: 'next', from: placeOf(last) }) : null;
    return ok({ entries, total: wanted.length, next });
  }

  /** One with what it holds. Errors: `events.dead_letter_not_found`, `kafka.unavailable`. */
  async open(workspace: string, id: string): Promise<Result<OpenedLetter, DomainError>> {
    if (!/^\d+:\d+$/.test(id)) return err(NOT_FOUND);
    const found = await answered(
      this.letters.open((letter) => letter.position === id && letter.workspace === workspace),
    );
    if (!found.ok) return found;
    const [letter] = found.value;
    return letter ? ok(letter) : err(NOT_FOUND);
  }

  private newest(): Promise<DeadLetter[]> {
    const now = this.clock.now();
    if (this.reading && now - this.reading.at < SHARED_MS) return this.reading.letters;
    const reading = { at: now, letters: this.letters.list({}) };
    this.reading = reading;
    // What failed is not kept: who asks next tries again.
    reading.letters.catch(() => {
      if (this.reading === reading) this.reading = undefined;
    });
    return reading.letters;
  }
}

const NOT_FOUND = deadLetterErrors.notFound('No message of this workspace was put aside under this id.');

/** What Kafka answers; a driver that throws is Kafka away. Error: `kafka.unavailable`. */
export async function answered<T>(asked: Promise<T>): Promise<Result<T, DomainError>> {
  try {
    return ok(await asked);
  } catch {
    return err(kafkaErrors.unavailable('The dead letters can’t be read now.'));
  }
}

const placeOf = ({ at, partition, offset }: DeadLetter): string => `${at}:${partition}:${offset}`;

/** Whether the letter is behind a place in the order of the list: by time, the latest first, then as the log has them. */
function isBehind({ at, partition, offset }: DeadLetter, place: string): boolean {
  const [time = 0, ofPartition = 0, ofOffset = 0] = place.split(':').map(Number);
  if (at !== time) return at < time;
  return partition === ofPartition ? offset > ofOffset : partition > ofPartition;
}
