import type { Db } from 'mongodb';

const PING_TIMEOUT_MS = 1_500;

/** Readiness of a process that can't work without MongoDB: true, or a sentence saying what is wrong. */
export async function mongoAnswers(db: Db): Promise<true | string> {
  try {
    await db.command({ ping: 1 }, { timeoutMS: PING_TIMEOUT_MS });
    return true;
  } catch (error) {
    return `MongoDB does not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}
