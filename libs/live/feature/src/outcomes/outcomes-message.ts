import type { OutcomesMessage } from '@laurel/contracts';

/** How every message of this version begins, as scoring writes it. */
const HEAD = /^\{"v":1,"workspace":"([^"\\]+)"/;
const LONGEST_HEAD = 256;

/** Whose outcomes a message holds, without reading them; undefined where only reading it would tell. */
export const workspaceOf = (value: Buffer): string | undefined =>
  HEAD.exec(value.subarray(0, LONGEST_HEAD).toString('utf8'))?.[1];

/** Undefined for what is not a message of version 1. */
export function parseOutcomes(value: Buffer): OutcomesMessage | undefined {
  try {
    const message = JSON.parse(value.toString('utf8')) as OutcomesMessage;
    return message.v === 1 && typeof message.workspace === 'string' && Array.isArray(message.outcomes)
      ? message
      : undefined;
  } catch {
    return undefined;
  }
}
