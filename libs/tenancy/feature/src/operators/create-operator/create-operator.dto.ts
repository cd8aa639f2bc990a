import { ApiProperty, ApiSchema, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsEmail, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { MAX_OPERATOR_NAME_LENGTH, OperatorDto, PasswordTokenDto, RolesDto } from '../operator.dto.js';
import { MAX_EMAIL_LENGTH } from '../sign-in/sign-in.dto.js';

@ApiSchema({ name: 'CreateOperator' })
export class CreateOperatorDto {
  @ApiProperty({ format: 'email', maxLength: MAX_EMAIL_LENGTH, example: 'ann@example.com' })
  @MaxLength(MAX_EMAIL_LENGTH)
  @IsEmail()
  readonly email: string = '';

  @ApiProperty({ minLength: 1, maxLength: MAX_OPERATOR_NAME_LENGTH, example: 'Ann' })
  @IsString()
  @Length(1, MAX_OPERATOR_NAME_LENGTH)
  readonly name: string = '';

  @ApiProperty({ type: RolesDto, example: { tenant: 'designer', live: 'analyst' } })
  @IsDefined()
  @ValidateNested()
  @Type(() => RolesDto)
  readonly roles?: RolesDto;
}

@ApiSchema({ name: 'NewOperator' })
export class NewOperatorDto extends IntersectionType(OperatorDto, PasswordTokenDto) {}
