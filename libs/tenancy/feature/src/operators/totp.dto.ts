import { ApiProperty, ApiSchema, PickType } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ChangePasswordDto } from './change-password/change-password.dto.js';

/** The password in use, for what a stolen session must not do. */
@ApiSchema({ name: 'ConfirmedByPassword' })
export class ConfirmedByPasswordDto extends PickType(ChangePasswordDto, ['password']) {}

@ApiSchema({ name: 'OfferedTotp' })
export class OfferedTotpDto {
  @ApiProperty({ description: 'For typing into an authenticator, base32. Shown this once.' })
  readonly secret: string = '';

  @ApiProperty({ description: 'The same, for a QR code.', example: 'otpauth://totp/Laurel:ann%40example.com?…' })
  readonly uri: string = '';
}

@ApiSchema({ name: 'ConfirmTotp' })
export class ConfirmTotpDto {
  @ApiProperty({ pattern: '^[0-9]{6}$', example: '123456' })
  @Matches(/^\d{6}$/, { message: 'code must be the six digits that the authenticator shows' })
  readonly code: string = '';
}

@ApiSchema({ name: 'RecoveryCodes' })
export class RecoveryCodesDto {
  @ApiProperty({
    type: [String],
    description: 'Each signs in once, in place of a code. Shown this once: print them.',
    example: ['ABCD-EFGH-IJKL-MNOP'],
  })
  readonly recoveryCodes: readonly string[] = [];
}
