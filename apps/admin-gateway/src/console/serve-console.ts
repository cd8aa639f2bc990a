import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What `vite build apps/console` writes, from this file's place in `src` or `dist`. */
export const CONSOLE_FILES = join(__dirname, '../../../console/dist');

const PAGE = 'index.html';
const ICON = 'favicon.svg';

/**
 * Everything from this origin, scripts from files alone. Styles in attributes and tags are allowed: the components write them.
 * Nobody may frame the page.
 */
const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
} as const;

const FOR_EVER = 'public, max-age=31536000, immutable';
/** Asked about each time, answered with 304 while it is the same. */
const ASK_FIRST = 'no-cache';

/** Addresses of programs: what is wrong there is a problem, never the page. */
const NOT_PAGES = /^\/(v1|query|ingest|assets|health|metrics|errors|openapi\.json)(\/|$)/;
/** As Vite names them, by their content: nothing that could lead to another folder. */
const ASSET = /^[\w-]+(\.[\w-]+)+$/;

export const hasConsole = (files: string): boolean => existsSync(join(files, PAGE));

/** Serves the page, its files, and the page again at the addresses of its own that a browser opens. */
export function serveConsole(fastify: FastifyInstance, files: string): void {
  const assets = join(files, 'assets');
  void fastify.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: files,
      serve: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        void reply.header('cache-control', dirname(path) === assets ? FOR_EVER : ASK_FIRST);
        if (path.includes(PAGE)) void reply.headers(PAGE_HEADERS);
      },
    });
    const page = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => reply.sendFile(PAGE);
    scope.get('/', page);
    scope.get(`/${ICON}`, (_request, reply) => reply.sendFile(ICON));
    scope.get<{ Params: { file: string } }>('/assets/:file', ({ params: { file } }, reply) =>
      ASSET.test(file) ? reply.sendFile(`assets/${file}`) : reply.callNotFound(),
    );
    scope.get('/*', (request, reply) => (isPage(request) ? page(request, reply) : reply.callNotFound()));
  });
}

/** A browser that opens an address asks for HTML by name; programs, scripts and images don't. */
const isPage = ({ url, headers }: FastifyRequest): boolean =>
  !NOT_PAGES.test(url.split('?')[0] ?? '') && (headers.accept ?? '').includes('text/html');
