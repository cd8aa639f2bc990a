import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@laurel/platform-auth';
import type { FastifyReply } from 'fastify';
import { Metrics } from './metrics.js';

/** For Prometheus. Public: operators keep `/metrics` inside their network. */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async expose(@Res() reply: FastifyReply): Promise<void> {
    await reply.type(this.metrics.mediaType).send(await this.metrics.expose());
  }
}
