import { ENVIRONMENTS, type Environment } from '@laurel/tenancy-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PASSWORD_LENGTH } from '../passwords.js';

/** Longest address that mail can be sent to (RFC 5321, 4.5.3.1.3). */
export const MAX_EMAIL_LENGTH = 254;

@ApiSchema({ name: 'SignIn' })
export class SignInDto {
  @ApiProperty({ minLength: 1, maxLength: MAX_EMAIL_LENGTH, example: 'ann@example.com' })
  @IsString()
  @Length(1, MAX_EMAIL_LENGTH)
  readonly email: string = '';

  @ApiProperty({ minLength: 1, maxLength: PASSWORD_LENGTH.max, format: 'password' })
  @IsString()
  @Length(1, PASSWORD_LENGTH.max)
  readonly password: string = '';

  @ApiProperty({
    required: false,
    minLength: 6,
    maxLength: 32,
    description: 'Of your authenticator, or one of your recovery codes. Asked for where one was set up.',
    example: '123456',
  })
  @IsOptional()
  @IsString()
  @Length(6, 32)
  readonly code?: string;

  @ApiProperty({
    required: false,
    enum: [...ENVIRONMENTS],
    description: 'Where to begin. Default: the first of them that is open to you.',
  })
  @IsOptional()
  @IsIn(ENVIRONMENTS)
  readonly environment?: Environment;
}
