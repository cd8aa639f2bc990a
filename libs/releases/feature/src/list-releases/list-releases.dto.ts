import { PageQueryDto } from '@laurel/platform-http';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export class ListReleasesDto extends PageQueryDto {
  @ApiProperty({ required: false, enum: ['true', 'false'], default: 'false', description: 'Archived releases too.' })
  @IsIn(['true', 'false'])
  readonly archived: 'true' | 'false' = 'false';
}
