import { hash } from 'node:crypto';

/** Of a key as it is; a longer one would make an id that is too long, and its hash stands for it. */
const LONGEST_NAME = 64;

/** An `Idempotency-Key` as orders are named by it. */
export const orderKey = (key: string | undefined): string | undefined =>
  key && key.length > LONGEST_NAME ? hash('sha256', key, 'hex') : key;
