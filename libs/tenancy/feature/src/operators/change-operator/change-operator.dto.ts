import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { MAX_OPERATOR_NAME_LENGTH, RolesDto } from '../operator.dto.js';

@ApiSchema({ name: 'ChangeOperator' })
export class ChangeOperatorDto {
  @ApiProperty({ required: false, minLength: 1, maxLength: MAX_OPERATOR_NAME_LENGTH })
  @IsOptional()
  @IsString()
  @Length(1, MAX_OPERATOR_NAME_LENGTH)
  readonly name?: string;

  @ApiProperty({ required: false, type: RolesDto, description: 'All of them: what is left out is taken away.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RolesDto)
  readonly roles?: RolesDto;

  @ApiProperty({ required: false, enum: ['active', 'disabled'] })
  @IsOptional()
  @IsIn(['active', 'disabled'])
  readonly status?: 'active' | 'disabled';
}
