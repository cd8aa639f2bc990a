import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { httpErrors } from './http.errors.js';
import { ProblemException } from './problem.exception.js';

/** The repository's `docs/errors`, from this file's place in `src` or `dist`. */
export const ERROR_PAGES_DIRECTORY = join(__dirname, '../../../../../docs/errors');

/** Serves `docs/errors/<code>.md` at `/errors/<code>`, where the `type` of every problem points. Read once, at start. */
export function serveErrorPages(fastify: FastifyInstance, directory: string = ERROR_PAGES_DIRECTORY): void {
  const pages = new Map(
    (existsSync(directory) ? readdirSync(directory) : [])
      .filter((file) => file.endsWith('.md'))
      .map((file) => [basename(file, '.md'), readFileSync(join(directory, file), 'utf8')]),
  );
  fastify.get<{ Params: { code: string } }>('/errors/:code', (request, reply) => {
    const page = pages.get(request.params.code);
    if (page === undefined) {
      throw new ProblemException(httpErrors.notFound('No error has this code.'));
    }
    return reply.type('text/plain; charset=utf-8').send(page);
  });
}
