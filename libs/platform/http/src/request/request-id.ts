import type { IncomingMessage } from 'node:http';
import { newId, systemClock } from '@laurel/kernel';
import { pooledRandomBytes } from './random-pool.js';

export const REQUEST_ID_HEADER = 'x-request-id';

/** No key and no token, which somebody may send there by mistake: request ids are logged. */
const ACCEPTABLE = /^(?!lrl_|eyJ)[A-Za-z0-9._:-]{1,128}$/;

/** The caller's own id, so that one id follows a call through several systems, or else a new one. */
export function requestIdFor(request: Pick<IncomingMessage, 'headers'>): string {
  const sent = request.headers[REQUEST_ID_HEADER];
  return typeof sent === 'string' && ACCEPTABLE.test(sent)
    ? sent
    : newId('request', systemClock.now(), pooledRandomBytes);
}
