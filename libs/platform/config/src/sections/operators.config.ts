import { IsIn } from 'class-validator';
import { Env } from '../env.decorator.js';

/** How operators' sessions travel. The same for all gateways that take them. */
export class OperatorsConfig {
  @Env('LAUREL_SESSION_COOKIE', {
    description:
      "Whether the cookie of operators' sessions is for HTTPS alone: `secure`, or `plain` where the gateways are reached over HTTP, on " +
      'one machine.',
  })
  @IsIn(['secure', 'plain'])
  readonly sessionCookie: string = 'secure';

  get hasSecureCookie(): boolean {
    return this.sessionCookie === 'secure';
  }
}
