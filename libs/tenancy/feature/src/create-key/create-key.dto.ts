import { KEY_KINDS, KEY_PERMISSIONS, type KeyKind, type Permission } from '@laurel/platform-auth';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsInstant } from '../is-instant.js';
import { MAX_KEY_NAME_LENGTH } from '../key.dto.js';

@ApiSchema({ name: 'CreateKey' })
export class CreateKeyDto {
  @ApiProperty({ minLength: 1, maxLength: MAX_KEY_NAME_LENGTH, description: 'For people.', example: 'match servers' })
  @IsString()
  @Length(1, MAX_KEY_NAME_LENGTH)
  readonly name: string = '';

  @ApiProperty({
    required: false,
    enum: [...KEY_KINDS],
    default: 'restricted',
    description:
      '`secret`: everything. `publishable`: reads boards, may be part of a client. `restricted`: what you choose.',
  })
  @IsIn(KEY_KINDS)
  readonly kind: KeyKind = 'restricted';

  @ApiProperty({
    required: false,
    enum: [...KEY_PERMISSIONS],
    isArray: true,
    description: 'Of a restricted key, and only of one.',
    example: ['events:write'],
  })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(KEY_PERMISSIONS, { each: true })
  readonly permissions?: readonly Permission[];

  @ApiProperty({ required: false, format: 'date-time', description: 'From then on it is refused. Default: no end.' })
  @IsOptional()
  @IsInstant()
  readonly expiresAt?: string;
}
