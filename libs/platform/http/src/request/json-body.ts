import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpErrors } from '../problem/http.errors.js';
import { ProblemException } from '../problem/problem.exception.js';
import { findHostilePart } from './hostile-part.js';

export const JSON_TYPE = 'application/json';

type ReadBody = (request: FastifyRequest, body: Buffer, done: (error: Error | null, value?: unknown) => void) => void;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON bodies: of UTF-8, without names that reach a prototype, and without what `findHostilePart` finds. Every later
 * step (copying, validating, storing) may then recurse, list names and keep texts.
 */
export function jsonBodyReader(fastify: FastifyInstance): ReadBody {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  return (request, body, done) => {
    const text = decode(body);
    if (text === undefined) return done(malformed('The body is not valid UTF-8.'));
    void parse(request, text, (error, value) => {
      const problem = error ? undefined : findHostilePart(value);
      if (!problem) return done(error, value);
      const invalid = httpErrors.invalidInput('The body holds what no input may.', { errors: [problem] });
      done(new ProblemException(invalid));
    });
  };
}

function decode(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

const malformed = (detail: string): ProblemException => new ProblemException(httpErrors.malformedRequest(detail));
