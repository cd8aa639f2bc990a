import { Logger } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigError, loadConfig, unknownNames } from '@laurel/platform-config';
import type { ConfigClass, HttpConfig } from '@laurel/platform-config';
import { configureHttpApp } from './configure-http-app.js';
import type { HttpAppOptions } from './configure-http-app.js';
import { httpAdapter } from './http-adapter.js';
import { GracefulModule } from './shutdown-grace.js';
import { stopOnSignal } from './stop-on-signal.js';

export interface CreateOptions extends HttpAppOptions {
  /** From becoming unready to closing the port, ms. Default: 0. */
  readonly shutdownGraceMs?: number;
  /** How long one request may take to arrive, ms. Default: that of `httpAdapter`. */
  readonly requestTimeoutMs?: number;
}

export interface RunOptions<C extends { readonly http: HttpConfig }> extends HttpAppOptions {
  readonly config: ConfigClass<C>;
  readonly module: (config: C) => DynamicModule;
  /** What of the options is configured. */
  readonly http?: (config: C) => HttpAppOptions;
  /** Runs before the application listens: for what consumes besides serving HTTP. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

/** A Nest application of this module, ready to listen. Connects to what its modules connect to. */
export async function createHttpApp(
  module: DynamicModule,
  { shutdownGraceMs = 0, requestTimeoutMs, ...options }: CreateOptions = {},
): Promise<NestFastifyApplication> {
  const graceful = GracefulModule.around(module, shutdownGraceMs);
  const adapter = httpAdapter(requestTimeoutMs === undefined ? {} : { requestTimeoutMs });
  const app = await NestFactory.create<NestFastifyApplication>(graceful, adapter, {
    abortOnError: false,
    bufferLogs: true,
  });
  await configureHttpApp(app, options);
  return app;
}

/**
 * Runs one service until SIGTERM or SIGINT. Exits 0 after a clean stop; 1 if it can't be configured, can't start or can't
 * stop in time.
 */
export async function runHttpApp<C extends { readonly http: HttpConfig }>(options: RunOptions<C>): Promise<void> {
  try {
    const config = loadConfig(options.config);
    const app = await createHttpApp(options.module(config), {
      ...options,
      ...options.http?.(config),
      shutdownGraceMs: config.http.shutdownGraceMs,
      requestTimeoutMs: config.http.requestTimeoutMs,
    });
    stopOnSignal(app);
    await options.prepare?.(app);
    await app.listen(config.http.port, config.http.host);
    const log = new Logger('http');
    const unread = unknownNames(options.config);
    log.log({ url: await app.getUrl(), ...(unread.length > 0 ? { unknownVariables: unread } : {}) }, 'http.listening');
  } catch (error) {
    const cause = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${cause}\n`);
    process.exit(1);
  }
}
