import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import type { ErrorDefinition } from '@laurel/kernel';
import { transportOf } from '../problem/http-status.js';
import { ProblemSchema } from './problem.schema.js';

export const PROBLEMS_METADATA = 'laurel:problems';

/** Documents the errors that a route answers with, by status, with their codes. Several of them on one route add up. */
export function ApiProblem(...definitions: readonly ErrorDefinition[]): MethodDecorator {
  return (target, property, descriptor) => {
    const known = problemsOf(descriptor.value);
    const added = definitions.filter((definition) => !known.includes(definition));
    applyDecorators(
      SetMetadata(PROBLEMS_METADATA, [...known, ...added]),
      ApiExtraModels(ProblemSchema),
      ...added.map(responseOf),
    )(target, property, descriptor);
  };
}

/** The errors that a route handler documents. */
export const problemsOf = (handler: unknown): readonly ErrorDefinition[] =>
  (Reflect.getMetadata(PROBLEMS_METADATA, Object(handler) as object) as ErrorDefinition[] | undefined) ?? [];

/** Descriptions of one status are put together by the generator. */
const responseOf = ({ code, title, kind }: ErrorDefinition): MethodDecorator =>
  ApiResponse({
    status: transportOf(kind).status,
    description: `\`${code}\`: ${title}`,
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemSchema) } } },
  });
