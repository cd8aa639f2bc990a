import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import type { FastifyInstance } from 'fastify';
import { httpErrors } from '../problem/http.errors.js';
import { ProblemException } from '../problem/problem.exception.js';
import { JSON_TYPE, jsonBodyReader } from './json-body.js';

/** Media type of a JSON Merge Patch (RFC 7396, 4). */
export const MERGE_PATCH_TYPE = 'application/merge-patch+json';

/** Reads bodies of merge patches, as strictly as JSON, and of PATCH alone: elsewhere they are not what a route takes. */
export function readMergePatches(fastify: FastifyInstance): void {
  const readJson = jsonBodyReader(fastify);
  fastify.addContentTypeParser<Buffer>(MERGE_PATCH_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    if (request.method === 'PATCH') return readJson(request, body, done);
    const type = requireMediaType(MERGE_PATCH_TYPE, JSON_TYPE);
    done(type.ok ? null : new ProblemException(type.error));
  });
}

/**
 * Whether a body is of the one type that a route takes, whatever its parameters.
 *
 * @returns the type, or `http.unsupported_media_type`
 */
export function requireMediaType(contentType: string | undefined, required: string): Result<string, DomainError> {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  return type === required ? ok(type) : err(httpErrors.unsupportedMediaType(`Send the body as ${required}.`));
}
