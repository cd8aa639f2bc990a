import { HttpException } from '@nestjs/common';
import type { ErrorDefinition } from '@laurel/kernel';
import { httpErrors } from './http.errors.js';
import { ProblemException } from './problem.exception.js';

/** What the framework refuses by itself, by the status it gives. */
const BY_STATUS: Readonly<Record<number, readonly [ErrorDefinition, string]>> = {
  400: [httpErrors.malformedRequest, 'The request or its body is not well-formed.'],
  404: [httpErrors.notFound, 'No route has this method and path.'],
  413: [httpErrors.bodyTooLarge, 'The body exceeds the limit of this route.'],
  415: [httpErrors.unsupportedMediaType, 'Send the body as application/json.'],
  503: [httpErrors.stopping, 'Try again: another instance will answer.'],
};

/** How the MongoDB driver says that the database is away. By name, since this library knows no driver. */
const DATABASE_AWAY =
  /^Mongo(ServerSelection|Network|NetworkTimeout|OperationTimeout|NotConnected|PoolCleared|TopologyClosed|WriteConcern)Error$/;
const RETRY_AFTER_SECONDS = 2;

/** Fastify's own codes, and that of a client who goes away in the middle of a body. */
const OF_REQUESTS = /^(FST_|ECONNRESET$)/;

/**
 * Any thrown value as a problem. What is neither expected nor a refusal of the framework is a bug: its message stays out of
 * the answer, since it may tell of our insides.
 */
export function toProblemException(thrown: unknown): ProblemException {
  if (thrown instanceof ProblemException) {
    return thrown;
  }
  if (thrown instanceof Error && DATABASE_AWAY.test(thrown.name)) {
    const detail = 'The database does not answer. Nothing is known to have changed; try again.';
    return new ProblemException(httpErrors.unavailable(detail, { retryAfterSeconds: RETRY_AFTER_SECONDS }));
  }
  const known = BY_STATUS[frameworkStatusOf(thrown) ?? 500];
  if (known) {
    const [definition, detail] = known;
    return new ProblemException(definition(detail));
  }
  return new ProblemException(httpErrors.internal('The request failed. Its id helps us find out why.'));
}

function frameworkStatusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) {
    return thrown.getStatus();
  }
  const isRefusal = thrown instanceof Error && 'code' in thrown && OF_REQUESTS.test(String(thrown.code));
  return isRefusal && 'statusCode' in thrown ? Number(thrown.statusCode) : undefined;
}
