import { type DynamicModule, Inject, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { ConsoleConfig } from './console.config.js';
import { CONSOLE_FILES, hasConsole, serveConsole } from './serve-console.js';
import { passOn } from './pass-on.js';
import { tunnelUpgrades } from './tunnel-upgrades.js';

/** Injects the settings. */
const CONSOLE = Symbol('laurel.console');

export type ConsoleSettings = Pick<ConsoleConfig, 'queryUrl' | 'ingestionUrl'> & {
  /** Folder of the built page. Default: that of `apps/console`. */
  readonly files?: string;
};

/** Serves the console's page, and passes on what it asks the other gateways for: one origin, and one cookie for all. */
@Module({})
export class ConsoleModule implements OnModuleInit {
  private readonly log = new Logger('console');

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    @Inject(CONSOLE) private readonly settings: ConsoleSettings,
  ) {}

  static forRoot(settings: ConsoleSettings): DynamicModule {
    return { module: ConsoleModule, providers: [{ provide: CONSOLE, useValue: settings }] };
  }

  onModuleInit(): void {
    const { queryUrl, ingestionUrl, files = CONSOLE_FILES } = this.settings;
    if (queryUrl === '') return;
    const fastify = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    passOn(fastify, '/query/v1', queryUrl);
    tunnelUpgrades(fastify, '/query/v1', queryUrl);
    if (ingestionUrl !== '') passOn(fastify, '/ingest/v1', ingestionUrl);
    if (hasConsole(files)) serveConsole(fastify, files);
    else this.log.warn({ files }, 'console.not_built');
  }
}
