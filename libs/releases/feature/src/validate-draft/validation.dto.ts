import type { FieldProblem } from '@laurel/kernel';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsObject, ValidateIf } from 'class-validator';
import { ConsequenceDto } from '../diff-releases/diff.dto.js';
import { PROGRAM_EXAMPLE } from '../publish-release/publish-release.dto.js';

@ApiSchema({ name: 'ValidateDraft' })
export class ValidateDraftDto {
  @ApiProperty({
    selfRequired: false,
    type: 'object',
    additionalProperties: true,
    description: 'The program to look at, whole; without it, the draft.',
    example: PROGRAM_EXAMPLE,
  })
  @ValidateIf(({ program }: ValidateDraftDto) => program !== undefined)
  @IsObject()
  readonly program?: object;
}

@ApiSchema({ name: 'ProgramProblem' })
export class ProgramProblemDto implements FieldProblem {
  @ApiProperty({ description: 'JSON pointer into the program.', example: '/rules/0/then/0/stat' })
  readonly path: string = '';

  @ApiProperty({ example: 'reference' })
  readonly rule: string = '';

  @ApiProperty({ example: 'there is no stat "goals" in this program' })
  readonly message: string = '';

  @ApiProperty({ description: 'Page that explains the rules.', example: '/errors/releases.invalid_program' })
  readonly page: string = '';
}

@ApiSchema({ name: 'Validation' })
export class ValidationDto {
  @ApiProperty({ description: 'Whether the draft can be published.' })
  readonly valid: boolean = false;

  @ApiProperty({ type: [ProgramProblemDto], description: 'Everything that keeps it from being published.' })
  readonly problems: readonly ProgramProblemDto[] = [];

  @ApiProperty({
    type: [ConsequenceDto],
    description: 'What would end or begin anew though it is going on: allowed, and worth a second look.',
  })
  readonly warnings: readonly ConsequenceDto[] = [];
}
