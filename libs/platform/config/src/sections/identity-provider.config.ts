import { IsIn } from 'class-validator';
import { Env } from '../env.decorator.js';

/** Which identity providers workspaces may name. The same for all gateways. */
export class IdentityProviderConfig {
  @Env('LAUREL_JWKS_REACH', {
    description:
      'Where keys of identity providers may be: `public`, https at public addresses; or `loopback`, on this machine as well, also over ' +
      'http, for development.',
  })
  @IsIn(['public', 'loopback'])
  readonly jwksReach: 'public' | 'loopback' = 'public';
}
