import { Matches } from 'class-validator';
import { Env } from '../env.decorator.js';

/** What it takes to verify player tokens: every gateway. */
export class PlayerTokenPublicKeyConfig {
  @Env('LAUREL_PLAYER_TOKEN_PUBLIC_KEY', {
    description: 'Verifies player tokens: EC P-256 public key in PEM; line ends may be written as `\\n`.',
    as: 'pem',
    example: '-----BEGIN PUBLIC KEY-----\\n…\\n-----END PUBLIC KEY-----',
  })
  @Matches(/^-----BEGIN PUBLIC KEY-----/, { message: 'must be a public key in PEM' })
  readonly publicKey: string = '';
}

/** What it takes to sign player tokens: the admin gateway alone. */
export class PlayerTokenPrivateKeyConfig {
  @Env('LAUREL_PLAYER_TOKEN_PRIVATE_KEY', {
    description: 'Signs player tokens: EC P-256 private key in PEM (PKCS #8); line ends may be written as `\\n`.',
    as: 'pem',
    example: '-----BEGIN PRIVATE KEY-----\\n…\\n-----END PRIVATE KEY-----',
    secret: true,
  })
  @Matches(/^-----BEGIN (EC )?PRIVATE KEY-----/, { message: 'must be a private key in PEM' })
  readonly privateKey: string = '';
}
