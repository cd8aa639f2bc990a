import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpErrors } from '../problem/http.errors.js';
import { ProblemException } from '../problem/problem.exception.js';
import { JSON_TYPE, jsonBodyReader } from './json-body.js';
import { requireMediaType } from './merge-patch.js';

/** Newline-delimited JSON: one value a line. */
export const NDJSON_TYPE = 'application/x-ndjson';

/**
 * Marks a route, through `RouteConfig`, that takes its body line by line.
 *
 * @param maxLines more are refused before one is read: bodies are read before it is known who sends them
 */
export const lineByLine = (maxLines: number): { readonly maxLines: number } => ({ maxLines });

/** A body of NDJSON: each line that is not blank, or why it can't be read. A line that is no JSON spoils only itself. */
export interface Lines {
  readonly lines: readonly Result<unknown, DomainError>[];
}

/** Reads bodies of NDJSON, each line as strictly as JSON, for the routes that ask for it: elsewhere they are not what a route takes. */
export function readNdjson(fastify: FastifyInstance): void {
  const readJson = jsonBodyReader(fastify);
  fastify.addContentTypeParser<Buffer>(NDJSON_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    const maxLines = maxLinesOf(request);
    if (maxLines === undefined) {
      const type = requireMediaType(NDJSON_TYPE, JSON_TYPE);
      return done(type.ok ? null : new ProblemException(type.error));
    }
    const lines = linesOf(body, maxLines);
    if (lines.length > maxLines) {
      return done(new ProblemException(httpErrors.bodyTooLarge(`The body has more than ${maxLines} lines.`)));
    }
    done(null, { lines: lines.map(readLine) } satisfies Lines);

    function readLine(line: Buffer): Result<unknown, DomainError> {
      // The reader calls back before it returns.
      let read: Result<unknown, DomainError> = err(httpErrors.malformedRequest('The line could not be read.'));
      readJson(request, line, (error, value) => {
        read = error ? err(problemOf(error)) : ok(value);
      });
      return read;
    }
  });
}

const maxLinesOf = ({ routeOptions }: FastifyRequest): number | undefined =>
  (routeOptions.config as Partial<ReturnType<typeof lineByLine>> | undefined)?.maxLines;

const problemOf = (error: Error): DomainError =>
  error instanceof ProblemException ? error.error : httpErrors.malformedRequest('The line is not JSON.');

const NEWLINE = 0x0a;

/** The lines that are not blank; of more than `most`, one more. */
function linesOf(body: Buffer, most: number): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < body.length && lines.length <= most;) {
    const newline = body.indexOf(NEWLINE, start);
    const end = newline === -1 ? body.length : newline;
    const line = body.subarray(start, end);
    if (line.some((byte) => byte > 0x20)) lines.push(line);
    start = end + 1;
  }
  return lines;
}
