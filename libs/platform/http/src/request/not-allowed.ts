import type { FastifyInstance, HTTPMethods, RouteOptions } from 'fastify';
import { httpErrors } from '../problem/http.errors.js';
import { ProblemException } from '../problem/problem.exception.js';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

/** Remembers which methods each address takes, from now on. */
export function recordRoutes(fastify: FastifyInstance): ReadonlyMap<string, ReadonlySet<string>> {
  const methodsByUrl = new Map<string, Set<string>>();
  fastify.addHook('onRoute', (route: RouteOptions) => {
    const methods = methodsByUrl.get(route.url) ?? new Set<string>();
    for (const method of [route.method].flat()) {
      methods.add(method);
    }
    methodsByUrl.set(route.url, methods);
  });
  return methodsByUrl;
}

/** Answers the methods that an address does not take with 405 and `Allow`, where 404 would deny the address. */
export function refuseOtherMethods(
  fastify: FastifyInstance,
  methodsByUrl: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  for (const [url, allowed] of [...methodsByUrl]) {
    const allow = [...allowed].sort().join(', ');
    const method = METHODS.filter((candidate) => !allowed.has(candidate));
    if (method.length === 0 || url.includes('*')) {
      continue;
    }
    fastify.route({
      method,
      url,
      // Before the body is read: a wrong method is wrong whatever it carries.
      onRequest: (_request, _reply, done) => {
        const error = httpErrors.methodNotAllowed(`This address takes ${allow}.`);
        done(new ProblemException(error, 405, { allow }));
      },
      handler: (_request, reply) => reply.send(),
    });
  }
}
