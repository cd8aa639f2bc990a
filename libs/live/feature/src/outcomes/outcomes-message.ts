import type { Outcome, OutcomesMessage } from '@laurel/contracts';

/** How every message of this version begins, as scoring writes it. */
const HEAD = /^\{"v":1,"workspace":"([^"\\]+)"/;
const LONGEST_HEAD = 256;

/** Whose outcomes a message holds, without reading them; undefined where only reading it would tell. */
export const workspaceOf = (value: Buffer): string | undefined =>
  HEAD.exec(value.subarray(0, LONGEST_HEAD).toString('utf8'))?.[1];

/** Undefined for what is not a message of version 1: it is passed over, and what hears it need not look out for it. */
export function parseOutcomes(value: Buffer): OutcomesMessage | undefined {
  try {
    const message = JSON.parse(value.toString('utf8')) as OutcomesMessage;
    const { v, workspace, outcomes } = message;
    return v === 1 && typeof workspace === 'string' && outcomes.every(isOutcome) ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it has what is read of outcomes. */
const isOutcome = ({ eventId, type, playerId, status, occurredAt, decidedAt, effects }: Outcome): boolean =>
  [eventId, type, playerId, status].every((text) => typeof text === 'string') &&
  [occurredAt, decidedAt].every((time) => Number.isSafeInteger(time)) &&
  effects.every((effect) => typeof effect === 'object' && typeof effect.kind === 'string');
