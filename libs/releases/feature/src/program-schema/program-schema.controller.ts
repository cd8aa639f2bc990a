import { Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors } from '@laurel/platform-http';
import { programSchema } from '@laurel/releases-domain';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

@ApiTags('releases')
@Controller('v1/program-schema')
export class ProgramSchemaController {
  @ApiOperation({
    summary: 'Get the schema of a program',
    description:
      'JSON Schema (draft 7) of the whole configuration, for editors and forms: `properties.rules.items` is that of a rule. ' +
      'What a schema can not say, `POST /v1/draft/validate` does.',
  })
  @ApiOkResponse({
    schema: { type: 'object', additionalProperties: true },
    description: 'The schema. It refers to its own `$defs`.',
  })
  @ApiProblem(httpErrors.unavailable)
  @Requires('releases:read')
  @Get()
  getProgramSchema(): typeof programSchema {
    return programSchema;
  }
}
