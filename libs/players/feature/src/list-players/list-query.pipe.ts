import { InputPipe, orThrow } from '@laurel/platform-http';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { ListPlayersQueryDto } from './list-players.dto.js';
import { type SplitQuery, splitQuery } from './split-query.js';

/** A query as it is asked for: parameters with names of their own, and attributes by key. */
export interface ListQuery extends ListPlayersQueryDto {
  readonly attributes: SplitQuery['attributes'];
}

/** Reads the query, whose attributes have names that no class can declare. */
@Injectable()
export class ListQueryPipe implements PipeTransform<Readonly<Record<string, unknown>>, Promise<ListQuery>> {
  private readonly input = new InputPipe();

  async transform(query: Readonly<Record<string, unknown>>): Promise<ListQuery> {
    const { attributes, rest } = orThrow(splitQuery(query));
    const checked = (await this.input.transform(rest, {
      type: 'query',
      metatype: ListPlayersQueryDto,
    })) as ListPlayersQueryDto;
    return { ...checked, attributes };
  }
}
