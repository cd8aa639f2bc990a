import { Controller, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toIso } from '@laurel/kernel';
import { Proofs, RequiresCredential, Tickets, authErrors } from '@laurel/platform-auth';
import { ProblemException, orThrow } from '@laurel/platform-http';
import type { FastifyRequest } from 'fastify';
import { LiveTicketDto } from './live-ticket.dto.js';

/** Tickets let pages connect without a key or token in their scripts' hands, or in an address. */
@ApiTags('live')
@Controller('v1/live/tickets')
export class LiveTicketsController {
  constructor(
    private readonly tickets: Tickets,
    private readonly proofs: Proofs,
  ) {}

  @ApiOperation({
    summary: 'A ticket for the live feed',
    description:
      'Stands for the credential that asks: a key, a player token or an operator’s session. Good for one connection within 30 s, at any ' +
      'instance: as `ticket` of an `auth` frame, or of `GET /v1/live/stream`. The connection ends when the credential does.',
  })
  @ApiCreatedResponse({ type: LiveTicketDto, description: 'The ticket.' })
  @RequiresCredential()
  @Post()
  async createLiveTicket(@Req() request: FastifyRequest): Promise<LiveTicketDto> {
    const proof = this.proofs.of(request);
    if (!proof) throw new ProblemException(authErrors.missingCredential('Ask with a key, token or session.'));
    const { ticket, expiresAt } = orThrow(await this.tickets.issue(proof));
    return { ticket, expiresAt: toIso(expiresAt) };
  }
}
