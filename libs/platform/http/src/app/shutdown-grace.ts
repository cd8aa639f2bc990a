import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** Injects the length of the grace, ms. */
const GRACE_MS = Symbol('laurel.shutdown-grace-ms');

/**
 * The time between becoming unready and closing the port. Requests are served as ever, and every answer ends its connection:
 * callers go elsewhere for the next one, by their own choice, and no request meets a connection that is being closed.
 */
@Injectable()
export class ShutdownGrace implements OnModuleInit, OnModuleDestroy, BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    @Inject(GRACE_MS) private readonly graceMs: number,
  ) {}

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    // When the answer goes out, not when the request comes: it may have come before.
    fastify.addHook('onSend', (_request, reply, _payload, done) => {
      if (this.stopping) reply.header('connection', 'close');
      done();
    });
  }

  /** Comes with the hooks that make the app unready. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** Comes before the server closes. */
  async beforeApplicationShutdown(): Promise<void> {
    await pause(this.graceMs);
  }
}

/** An application's module, with a grace before it closes its port. */
@Module({})
export class GracefulModule {
  static around(module: DynamicModule, graceMs: number): DynamicModule {
    return {
      module: GracefulModule,
      imports: [module],
      providers: [{ provide: GRACE_MS, useValue: graceMs }, ShutdownGrace],
    };
  }
}
