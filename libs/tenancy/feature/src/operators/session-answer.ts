import type { Clock } from '@laurel/kernel';
import { SessionCookie } from '@laurel/platform-auth';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CLOCK } from '../clock.js';
import { type SignedIn, SessionOpener } from './open-session.js';
import { type SessionDto, toSessionDto } from './session.dto.js';

/** Answers a request that began or ended a session. */
@Injectable()
export class SessionAnswer {
  constructor(
    private readonly opener: SessionOpener,
    private readonly cookie: SessionCookie,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Puts the session into the cookie, and tells of it. */
  async begun(reply: FastifyReply, { operator, workspace, session }: SignedIn): Promise<SessionDto> {
    const maxAgeSeconds = Math.floor((session.endsAt - this.clock.now()) / 1_000);
    void reply.headers({ 'set-cookie': this.cookie.write(session.token, maxAgeSeconds), 'cache-control': 'no-store' });
    const open = await this.opener.openTo(operator);
    return toSessionDto({ operator, workspace, open, endsAt: session.endsAt });
  }

  /** Takes the cookie away. */
  ended(reply: FastifyReply): void {
    void reply.header('set-cookie', this.cookie.clear());
  }
}
