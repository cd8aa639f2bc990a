import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export class RevokeKeyQueryDto {
  @ApiProperty({
    required: false,
    enum: ['true', 'false'],
    default: 'false',
    description: 'Revoke even the last secret key of the workspace.',
  })
  @IsIn(['true', 'false'])
  readonly force: string = 'false';
}
