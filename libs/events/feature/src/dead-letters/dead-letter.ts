import type { DeadLetterMessage } from '@laurel/contracts';

/** A message of the events topic that could not be processed. */
export interface DeadLetter {
  /** `<partition>:<offset>` of the message in the events topic: the letter's name. */
  readonly position: string;
  readonly partition: number;
  readonly offset: number;
  /** As far as the message tells. */
  readonly workspace: string | undefined;
  readonly playerId: string | undefined;
  readonly eventId: string | undefined;
  /** Stable error code. */
  readonly cause: string;
  readonly detail: string;
  /** When it was put aside, ms since the epoch. */
  readonly at: number;
  /** How often it was published: more than once after a crash. */
  readonly copies: number;
}

/** A letter with what it holds of the message. */
export interface OpenedLetter extends DeadLetter {
  readonly key: string | null;
  readonly value: Buffer | null;
  /** Only the first bytes are in the letter. */
  readonly truncated: boolean;
}

/** Reads a message of the dead-letter topic; undefined when it is none of version 1. */
export function openLetter({
  value,
  timestamp,
}: {
  readonly value: Buffer | null;
  readonly timestamp: number;
}): OpenedLetter | undefined {
  const message = parseObject(value) as Partial<DeadLetterMessage> | undefined;
  if (message?.v !== 1 || !Number.isSafeInteger(message.partition) || !/^\d+$/.test(message.offset ?? ''))
    return undefined;
  const [partition, offset] = [Number(message.partition), Number(message.offset)];
  const key = message.key ?? null;
  const held = message.value ? Buffer.from(message.value, 'base64') : null;
  return {
    position: `${partition}:${offset}`,
    partition,
    offset,
    ...namesIn(key, held),
    cause: message.cause ?? '',
    detail: message.detail ?? '',
    at: timestamp,
    copies: 1,
    key,
    value: held,
    truncated: message.truncated === true,
  };
}

/** The JSON object that bytes hold, or undefined. */
export function parseObject(value: Buffer | null): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(value?.toString('utf8') ?? '');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** What is not in the content is in the key, `<workspace>|<player>`. */
function namesIn(key: string | null, value: Buffer | null): Pick<DeadLetter, 'workspace' | 'playerId' | 'eventId'> {
  const content = parseObject(value);
  const bar = key?.indexOf('|') ?? -1;
  return {
    workspace: textOf(content?.['workspace']) ?? textOf(key?.slice(0, Math.max(bar, 0))),
    playerId: textOf(content?.['playerId']) ?? (bar < 0 ? undefined : textOf(key?.slice(bar + 1))),
    eventId: textOf(content?.['eventId']),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
