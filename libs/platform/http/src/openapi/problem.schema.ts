import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { FieldProblem } from '@laurel/kernel';
import type { ProblemDetails } from '@laurel/contracts';

@ApiSchema({ name: 'FieldProblem' })
class FieldProblemSchema implements FieldProblem {
  @ApiProperty({
    description: 'JSON pointer to the place (RFC 6901); empty for the whole input.',
    example: '/playerId',
  })
  readonly path: string = '';

  @ApiProperty({ description: 'The rule that is broken.', example: 'maxLength' })
  readonly rule: string = '';

  @ApiProperty({ description: 'What is wrong, as a sentence.' })
  readonly message: string = '';
}

/** How OpenAPI describes problem details (RFC 9457). */
@ApiSchema({ name: 'Problem' })
export class ProblemSchema implements ProblemDetails {
  @ApiProperty({
    format: 'uri-reference',
    description: 'Page that explains the code.',
    example: '/errors/http.not_found',
  })
  readonly type: string = '';

  @ApiProperty({ description: 'The same for every occurrence of the code.' })
  readonly title: string = '';

  @ApiProperty({ type: 'integer', example: 404 })
  readonly status: number = 0;

  @ApiProperty({ description: 'Stable name of the error: what programs compare.', example: 'http.not_found' })
  readonly code: string = '';

  @ApiProperty({ description: 'What happened this time.' })
  readonly detail: string = '';

  @ApiProperty({ required: false, type: [FieldProblemSchema], description: 'Every problem of the input, by path.' })
  readonly errors?: FieldProblemSchema[];

  @ApiProperty({ description: 'Also in the `x-request-id` header.', example: 'req_0193…' })
  readonly requestId: string = '';
}
