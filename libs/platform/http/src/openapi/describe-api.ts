import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule, getSchemaPath } from '@nestjs/swagger';
import { httpAdapter } from '../app/http-adapter.js';
import { httpErrors } from '../problem/http.errors.js';
import { ProblemSchema } from './problem.schema.js';
import { toOpenApi31 } from './to-openapi-31.js';

export interface ApiInfo {
  readonly title: string;
  readonly description: string;
  readonly version: string;
  /** Whether operators who are signed in call it as well, by the cookie of their session. */
  readonly sessions?: boolean;
}

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;
type ResponseObject = OperationObject['responses'][string];

/** Name of the security scheme in the document: secret keys and player tokens both travel as bearer tokens. */
const BEARER = 'bearer';
/** That of operators: a cookie, and a header with what is no GET. */
const SESSION = 'session';

/** The OpenAPI 3.1 document of an application, from its controllers' decorators. Needs no connection. */
export function describeApi(app: INestApplication, { title, description, version, sessions }: ApiInfo): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addSecurity(BEARER, {
      type: 'http',
      scheme: 'bearer',
      description: 'A secret key (`lrl_…_sk_…`) or a player token (JWT).',
    })
    .addSecurityRequirements(BEARER);
  if (sessions) {
    const cookie =
      'Of an operator who signed in; with `x-laurel-csrf: 1` unless it is a GET. `laurel_session` over plain HTTP.';
    builder
      .addCookieAuth('__Host-laurel_session', { type: 'apiKey', in: 'cookie', description: cookie }, SESSION)
      .addSecurityRequirements(SESSION);
  }
  const { openapi, info, security, paths, components } = toOpenApi31(
    SwaggerModule.createDocument(app, builder.build(), { operationIdFactory: (_controller, method) => method }),
  );
  for (const operation of operationsOf(paths)) operation.responses[431] ??= HEADERS_TOO_LARGE;
  const { contact: _none, ...facts } = info;
  return { openapi, info: facts, ...(security ? { security } : {}), paths, ...(components ? { components } : {}) };
}

/** Answered before there is a request, so no route can say it. */
const HEADERS_TOO_LARGE: ResponseObject = {
  description: `\`${httpErrors.headersTooLarge.code}\`: ${httpErrors.headersTooLarge.title}`,
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemSchema) } } },
};

const operationsOf = (paths: OpenAPIObject['paths']): OperationObject[] =>
  Object.values(paths).flatMap((path) =>
    Object.values(path as Readonly<Record<string, OperationObject>>).filter((each) => 'responses' in each),
  );

/** The same document, without starting anything: no provider is made, so nothing connects. */
export async function describeModule(module: DynamicModule, info: ApiInfo): Promise<OpenAPIObject> {
  const app = await NestFactory.create(module, httpAdapter(), { preview: true, abortOnError: false, logger: false });
  return describeApi(app, info);
}
