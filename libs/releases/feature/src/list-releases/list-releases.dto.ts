import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ListPageDto } from '../list-page.dto.js';

export class ListReleasesDto extends ListPageDto {
  @ApiProperty({ required: false, enum: ['true', 'false'], default: 'false', description: 'Archived releases too.' })
  @IsIn(['true', 'false'])
  readonly archived: 'true' | 'false' = 'false';
}
