import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { toProblem } from '@laurel/contracts';
import type { DomainError } from '@laurel/kernel';
import { REQUEST_ID_HEADER, requestIdFor } from '../request/request-id.js';
import { httpErrors } from './http.errors.js';
import { PROBLEM_MEDIA_TYPE } from './problem.filter.js';

type ConnectionError = Error & { readonly code?: string };

/**
 * Answers what Node refuses before there is a request: bytes that are no HTTP, two lengths of one body, headers without end,
 * a request that does not arrive. The connection ends with it, since nobody knows where the next request would begin.
 */
export function answerConnectionError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, problem] = refusalOf(error.code);
  const requestId = requestIdFor({ headers: {} });
  const body = JSON.stringify(toProblem(problem, status, requestId));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${PROBLEM_MEDIA_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `${REQUEST_ID_HEADER}: ${requestId}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function refusalOf(code: string | undefined): readonly [status: number, problem: DomainError] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return [431, httpErrors.headersTooLarge('All headers and the address may take 16 KiB together.')];
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return [413, httpErrors.bodyTooLarge('The body has too long chunk extensions.')];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, httpErrors.requestTimeout('Send headers and body without long pauses.')];
    default:
      return [400, httpErrors.malformedRequest('The connection carries no well-formed HTTP request.')];
  }
}
