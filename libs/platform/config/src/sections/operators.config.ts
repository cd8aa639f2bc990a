import { IsIn, Matches } from 'class-validator';
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

/** What it takes to keep operators' secrets: the admin gateway alone. */
export class OperatorSecretsConfig {
  @Env('LAUREL_OPERATOR_SECRETS_KEY', {
    description:
      'Encrypts what operators’ one-time codes are made of: 32 random bytes in base64 (`openssl rand -base64 32`). Without it, ' +
      'operators sign in by password alone.',
    secret: true,
  })
  @Matches(/^([A-Za-z0-9+/]{43}=)?$/, { message: 'must be 32 bytes in base64' })
  readonly key: string = '';
}
