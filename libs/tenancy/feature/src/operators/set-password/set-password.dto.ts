import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { PASSWORD_LENGTH } from '../passwords.js';

@ApiSchema({ name: 'SetPassword' })
export class SetPasswordDto {
  @ApiProperty({ minLength: 1, maxLength: 128, description: 'The one-time token that you were given.' })
  @IsString()
  @Length(1, 128)
  readonly token: string = '';

  @ApiProperty({ minLength: PASSWORD_LENGTH.min, maxLength: PASSWORD_LENGTH.max, format: 'password' })
  @IsString()
  @Length(PASSWORD_LENGTH.min, PASSWORD_LENGTH.max)
  readonly password: string = '';
}
