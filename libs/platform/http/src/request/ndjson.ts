import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpErrors } from '../problem/http.errors.js';
import { ProblemException } from '../problem/problem.exception.js';
import { JSON_TYPE, jsonBodyReader } from './json-body.js';
import { requireMediaType } from './merge-patch.js';

/** Newline-delimited JSON: one value a line. */
export const NDJSON_TYPE = 'application/x-ndjson';

/** Marks a route, through `RouteConfig`, that takes its body line by line. */
export const LINE_BY_LINE = { lineByLine: true } as const;

/** A body of NDJSON: each line that is not blank, or why it can't be read. A line that is no JSON spoils only itself. */
export interface Lines {
  readonly lines: readonly Result<unknown, DomainError>[];
}

/** Reads bodies of NDJSON, each line as strictly as JSON, for the routes that ask for it: elsewhere they are not what a route takes. */
export function readNdjson(fastify: FastifyInstance): void {
  const readJson = jsonBodyReader(fastify);
  fastify.addContentTypeParser<Buffer>(NDJSON_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    if (takesLines(request)) return done(null, { lines: linesOf(body).map(readLine) } satisfies Lines);
    const type = requireMediaType(NDJSON_TYPE, JSON_TYPE);
    done(type.ok ? null : new ProblemException(type.error));

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

const takesLines = ({ routeOptions }: FastifyRequest): boolean => 'lineByLine' in (routeOptions.config ?? {});

const problemOf = (error: Error): DomainError =>
  error instanceof ProblemException ? error.error : httpErrors.malformedRequest('The line is not JSON.');

const NEWLINE = 0x0a;

function linesOf(body: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < body.length;) {
    const newline = body.indexOf(NEWLINE, start);
    const end = newline === -1 ? body.length : newline;
    const line = body.subarray(start, end);
    if (line.some((byte) => byte > 0x20)) lines.push(line);
    start = end + 1;
  }
  return lines;
}
