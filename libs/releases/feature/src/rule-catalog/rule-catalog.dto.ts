import type { CatalogEntry, RuleCatalog } from '@laurel/rules-domain';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ name: 'RuleCatalogEntry' })
export class CatalogEntryDto implements CatalogEntry {
  @ApiProperty({
    description: 'A condition’s member that names it, as in `{"all": […]}`; what an effect’s `effect` says.',
    example: 'award',
  })
  readonly code: string = '';

  @ApiProperty({ example: 'Award' })
  readonly title: string = '';

  @ApiProperty()
  readonly description: string = '';

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'One that the schema takes; what it refers to is a program’s own.',
    example: { effect: 'award', currency: 'coins', amount: 25 },
  })
  readonly example: object = {};

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'JSON Schema (draft 7). It refers to `definitions` by `#/$defs/<name>`.',
  })
  readonly schema: CatalogEntry['schema'] = {};
}

@ApiSchema({ name: 'RuleCatalog' })
export class RuleCatalogDto implements RuleCatalog {
  @ApiProperty({ type: [CatalogEntryDto], description: 'Every kind of condition.' })
  readonly conditions: readonly CatalogEntryDto[] = [];

  @ApiProperty({ type: [CatalogEntryDto], description: 'Every kind of effect.' })
  readonly effects: readonly CatalogEntryDto[] = [];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Schemas that those of conditions and effects refer to, by name.',
  })
  readonly definitions: RuleCatalog['definitions'] = {};
}
