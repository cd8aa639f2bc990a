import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { MAX_NOTE_LENGTH } from '../publish-release/publish-release.dto.js';

@ApiSchema({ name: 'RollBackRelease' })
export class RollBackReleaseDto {
  @ApiProperty({ required: false, maxLength: MAX_NOTE_LENGTH, default: '', description: 'Why, for people.' })
  @IsString()
  @MaxLength(MAX_NOTE_LENGTH)
  readonly note: string = '';
}
