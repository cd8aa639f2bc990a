import { hash } from 'node:crypto';
import { CUSTOMER_ID_PATTERN } from '@laurel/events-domain';
import { type DomainError, type FieldProblem, type Result, err, ok } from '@laurel/kernel';
import { type Credential, actorOf } from '@laurel/platform-auth';
import { httpErrors } from '@laurel/platform-http';
import type { PlayerOrder } from './order-change.handler.js';

const PRINTABLE = new RegExp(CUSTOMER_ID_PATTERN, 'u');
const LONGEST_PLAYER_ID = 128;
const LONGEST_KEY = 255;
/** Of a key as it is; a longer one would make an id that is too long, and its hash stands for it. */
const LONGEST_NAME = 64;

/** What of an order stands beside its body. Error: `http.invalid_input`. */
export function readOrder(
  credential: Credential,
  playerId: string,
  key: string | undefined,
): Result<Pick<PlayerOrder, 'workspace' | 'playerId' | 'key' | 'by'>, DomainError> {
  const errors = [
    ...problemOf('/id', playerId, LONGEST_PLAYER_ID),
    ...(key === undefined ? [] : problemOf('/idempotency-key', key, LONGEST_KEY)),
  ];
  if (errors.length > 0) return err(httpErrors.invalidInput('See `errors` for every problem.', { errors }));
  const name = key && key.length > LONGEST_NAME ? hash('sha256', key, 'hex') : key;
  return ok({ workspace: credential.workspace, playerId, key: name, by: actorOf(credential).id });
}

/** Not counted as JavaScript counts: an emoji is one character. */
const lengthOf = (text: string): number => Array.from(text).length;

function problemOf(path: string, text: string, longest: number): FieldProblem[] {
  const length = lengthOf(text);
  if (length === 0 || length > longest) {
    return [{ path, rule: 'isLength', message: `must have 1 to ${longest} characters` }];
  }
  return PRINTABLE.test(text) ? [] : [{ path, rule: 'matches', message: 'must not hold control characters' }];
}
