import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Log } from '@laurel/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Histogram } from 'prom-client';
import { REQUEST_LOG } from './log.js';
import { Metrics } from './metrics.js';

/** Probes and scrapes come every few seconds and say nothing. */
const QUIET = /^\/(health\/|metrics$)/;

/** One log line and one observation per request, by route pattern: ids in paths stay out of both. */
@Injectable()
export class RequestObserver implements OnModuleInit {
  private readonly durations: Histogram<'method' | 'route' | 'status'>;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    @Inject(REQUEST_LOG) private readonly log: Log,
    metrics: Metrics,
  ) {
    this.durations = metrics.histogram({
      name: 'laurel_http_request_duration_seconds',
      help: 'Time from the request to the end of its answer.',
      labels: ['method', 'route', 'status'],
    });
  }

  onModuleInit(): void {
    const fastify = this.adapterHost.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onResponse', (request, reply, done) => {
      this.observe(request, reply);
      done();
    });
  }

  private observe({ id, method, routeOptions }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): void {
    const route = routeOptions.url ?? 'unmatched';
    this.durations.observe({ method, route, status: String(statusCode) }, elapsedTime / 1000);
    if (!QUIET.test(route)) {
      this.log.info({ requestId: id, method, route, status: statusCode, ms: Math.round(elapsedTime) }, 'http.request');
    }
  }
}
