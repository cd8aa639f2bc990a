import { Requires } from '@laurel/platform-auth';
import { ApiProblem, httpErrors } from '@laurel/platform-http';
import { ruleCatalog } from '@laurel/rules-domain';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RuleCatalogDto } from './rule-catalog.dto.js';

@ApiTags('releases')
@Controller('v1/rule-catalog')
export class RuleCatalogController {
  @ApiOperation({
    summary: 'Get all that a rule can be made of',
    description: 'The conditions and effects that this installation knows, each with the schema that validates it.',
  })
  @ApiOkResponse({ type: RuleCatalogDto, description: 'The catalogue.' })
  @ApiProblem(httpErrors.unavailable)
  @Requires('releases:read')
  @Get()
  getRuleCatalog(): RuleCatalogDto {
    return ruleCatalog;
  }
}
