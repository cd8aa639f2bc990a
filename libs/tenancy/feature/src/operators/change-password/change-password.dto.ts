import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { PASSWORD_LENGTH } from '../passwords.js';

@ApiSchema({ name: 'ChangePassword' })
export class ChangePasswordDto {
  @ApiProperty({ minLength: 1, maxLength: PASSWORD_LENGTH.max, format: 'password', description: 'The one in use.' })
  @IsString()
  @Length(1, PASSWORD_LENGTH.max)
  readonly password: string = '';

  @ApiProperty({ minLength: PASSWORD_LENGTH.min, maxLength: PASSWORD_LENGTH.max, format: 'password' })
  @IsString()
  @Length(PASSWORD_LENGTH.min, PASSWORD_LENGTH.max)
  readonly newPassword: string = '';
}
