import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@laurel/platform-auth';
import type { FastifyReply } from 'fastify';
import { HealthChecks } from './health-checks.js';

/** Probes. Live: the process answers. Ready: it can also do its work. */
@ApiExcludeController()
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.checks.readiness();
    await reply.status(readiness.status === 'ready' ? 200 : 503).send(readiness);
  }
}
