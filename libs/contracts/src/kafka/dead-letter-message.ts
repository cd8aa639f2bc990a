/** A message that could not be processed, with its cause and where it stood. Version 1. */
export interface DeadLetterMessage {
  readonly v: 1;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  /** The original bytes, base64. */
  readonly value: string | null;
  /** Only the first 256 KiB are here; the whole message is at its position. */
  readonly truncated?: true;
  readonly cause: string;
  readonly detail: string;
}
