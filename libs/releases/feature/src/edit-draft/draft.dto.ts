import { toIso } from '@laurel/kernel';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import type { Draft } from '../draft/draft.reader.js';
import { PROGRAM_EXAMPLE } from '../publish-release/publish-release.dto.js';

@ApiSchema({ name: 'PutDraft' })
export class PutDraftDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The whole configuration. It must have the shape of a program; what it refers to is checked later.',
    example: PROGRAM_EXAMPLE,
  })
  @IsObject()
  readonly program: object = {};
}

@ApiSchema({ name: 'Draft' })
export class DraftDto {
  @ApiProperty({ description: 'Whose draft it is: the workspace of the credential.', example: 'ws_0193' })
  readonly workspace: string = '';

  @ApiProperty({ description: 'Also the `etag`. `release-N` while nobody edited.', example: 'release-1' })
  readonly revision: string = '';

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Release that it was begun from; 0: there was none.' })
  readonly base: number = 0;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'The latest release. Where it is not `base`, others published since, and the draft can not be.',
  })
  readonly latest: number = 0;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it was edited last; null: never.',
  })
  readonly updatedAt: string | null = null;

  @ApiProperty({ type: String, nullable: true, description: 'Id of the credential that edited it last.' })
  readonly updatedBy: string | null = null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As it was written.' })
  readonly program: object = {};
}

export const toDraftDto = ({ workspace, revision, base, latest, edited, program }: Draft): DraftDto => ({
  workspace,
  revision,
  base,
  latest: latest?.release ?? 0,
  updatedAt: edited ? toIso(edited.at) : null,
  updatedBy: edited?.by ?? null,
  program,
});
