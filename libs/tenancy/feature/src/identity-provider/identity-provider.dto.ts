import { SLUG_PATTERN, toIso } from '@laurel/kernel';
import {
  FOREIGN_ALGORITHMS,
  type ForeignAlgorithm,
  PLAYER_TOKEN_PERMISSIONS,
  type Permission,
} from '@laurel/platform-auth';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import type { IdentityProviderDocument } from './identity-provider.documents.js';

const MAX_BOARDS = 50;
const MAX_URL_LENGTH = 2_048;

@ApiSchema({ name: 'PutIdentityProvider' })
export class PutIdentityProviderDto {
  @ApiProperty({
    minLength: 1,
    maxLength: 512,
    description: '`iss` of its tokens, to the letter.',
    example: 'https://id.example.com/',
  })
  @IsString()
  @Length(1, 512)
  readonly issuer: string = '';

  @ApiProperty({
    minLength: 1,
    maxLength: 512,
    description:
      '`aud` of its tokens, or one of them. Issuer and audience together name the workspace: no other may have both.',
    example: 'my-game-live',
  })
  @IsString()
  @Length(1, 512)
  readonly audience: string = '';

  @ApiProperty({
    format: 'uri',
    maxLength: MAX_URL_LENGTH,
    description: 'Where its public keys are (RFC 7517): https, and a public address.',
    example: 'https://id.example.com/.well-known/jwks.json',
  })
  @IsString()
  @Length(1, MAX_URL_LENGTH)
  readonly jwksUrl: string = '';

  @ApiProperty({ enum: [...FOREIGN_ALGORITHMS], isArray: true, minItems: 1, example: ['RS256'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(FOREIGN_ALGORITHMS, { each: true })
  readonly algorithms: readonly ForeignAlgorithm[] = [];

  @ApiProperty({
    required: false,
    default: 'sub',
    minLength: 1,
    maxLength: 128,
    description: 'The claim with your id of the player.',
  })
  @IsString()
  @Length(1, 128)
  readonly playerIdClaim: string = 'sub';

  @ApiProperty({
    required: false,
    enum: [...PLAYER_TOKEN_PERMISSIONS],
    isArray: true,
    minItems: 1,
    default: [...PLAYER_TOKEN_PERMISSIONS],
    description: 'What its tokens may do; the same as of minted ones.',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(PLAYER_TOKEN_PERMISSIONS, { each: true })
  readonly permissions: readonly Permission[] = PLAYER_TOKEN_PERMISSIONS;

  @ApiProperty({
    required: false,
    type: [String],
    maxItems: MAX_BOARDS,
    description: 'Keys of the leaderboards that they read. Default: all.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_BOARDS)
  @ArrayUnique()
  @Matches(new RegExp(SLUG_PATTERN), { each: true, message: 'each of boards must be the key of a leaderboard' })
  readonly boards?: readonly string[];
}

@ApiSchema({ name: 'IdentityProvider' })
export class IdentityProviderDto extends PutIdentityProviderDto {
  @ApiProperty({ format: 'date-time' })
  readonly updatedAt: string = '';
}

export const toIdentityProviderDto = ({
  _id: _workspace,
  revision: _revision,
  updatedAt,
  ...provider
}: IdentityProviderDocument): IdentityProviderDto => ({ ...provider, updatedAt: toIso(updatedAt) });
