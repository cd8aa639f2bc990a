import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { serveErrorPages } from '../problem/error-pages.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { describeApi } from '../openapi/describe-api.js';
import type { ApiInfo } from '../openapi/describe-api.js';
import { InputPipe } from '../request/input.pipe.js';
import { JSON_TYPE, jsonBodyReader } from '../request/json-body.js';
import { readMergePatches } from '../request/merge-patch.js';
import { readNdjson } from '../request/ndjson.js';
import { recordRoutes, refuseOtherMethods } from '../request/not-allowed.js';
import { addRequestHooks } from '../request/request-hooks.js';

export interface HttpAppOptions {
  /** Given by apps with a public API: served at `/openapi.json`. */
  readonly api?: ApiInfo;
  /** Hands bodies to controllers as the bytes that came, whatever their type: for routes that parse by themselves. */
  readonly rawBodies?: boolean;
  /** Lets pages of other origins call this API: for what players' browsers read. */
  readonly cors?: boolean;
  /** Which origins `cors` is for, as browsers send them; `*` is any. Default: any. */
  readonly corsOrigins?: readonly string[];
}

/** Where `ObservabilityModule` puts the logger that Nest itself should use. */
export const APP_LOGGER = Symbol('APP_LOGGER');

const ANY_ORIGIN = '*';

/** Makes a Nest application answer as Laurel answers, and initialises it. Production and tests share it. */
export async function configureHttpApp(app: NestFastifyApplication, options: HttpAppOptions = {}): Promise<void> {
  const logger = findLogger(app);
  if (logger) {
    app.useLogger(logger);
  }
  const fastify = app.getHttpAdapter().getInstance();
  const routes = recordRoutes(fastify);
  addRequestHooks(fastify);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(new InputPipe());
  if (options.cors) {
    const ofBrowsers = ['authorization', 'content-type', 'last-event-id'];
    const allowedHeaders = [...ofBrowsers, 'idempotency-key', 'if-match', 'prefer', 'x-request-id'];
    // Not strict: an OPTIONS that is no preflight is answered too, instead of with a text that is no problem.
    const exposedHeaders = ['ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id'];
    const { corsOrigins = [ANY_ORIGIN] } = options;
    const origin = corsOrigins.includes(ANY_ORIGIN) ? ANY_ORIGIN : [...corsOrigins];
    // Never with credentials: cookies of operators are no business of other origins.
    app.enableCors({ origin, allowedHeaders, exposedHeaders, strictPreflight: false });
  }
  // Not forms or plain text either: pages of other origins may send those without asking first.
  fastify.removeAllContentTypeParsers();
  if (options.rawBodies) app.useBodyParser('*');
  else {
    app.useBodyParser(JSON_TYPE, {}, jsonBodyReader(fastify));
    readMergePatches(fastify);
    readNdjson(fastify);
  }
  serveErrorPages(fastify);
  if (options.api) {
    const document = JSON.stringify(describeApi(app, options.api));
    fastify.get('/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
  }
  await app.init();
  refuseOtherMethods(fastify, routes);
  await fastify.ready();
}

function findLogger(app: NestFastifyApplication): LoggerService | undefined {
  try {
    return app.get<LoggerService>(APP_LOGGER, { strict: false });
  } catch {
    // An app without ObservabilityModule (a test's) keeps Nest's logger.
    return undefined;
  }
}
