import { Audited, type Credential, CurrentCredential, Requires } from '@laurel/platform-auth';
import {
  ApiProblem,
  JSON_TYPE,
  MERGE_PATCH_TYPE,
  PageQueryDto,
  httpErrors,
  orThrow,
  requireMediaType,
} from '@laurel/platform-http';
import { type Resource, type ResourceKind, releaseErrors } from '@laurel/releases-domain';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Put,
  Query,
  Res,
  type Type,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ETAG, IF_MATCH } from '../draft/draft.openapi.js';
import { writeOf } from '../draft/draft-write.js';
import { toEtag } from '../draft/revision.js';
import { ListResourcesHandler, type ResourcePage } from '../list-resources/list-resources.handler.js';
import { EditResourceHandler } from './edit-resource.handler.js';
import { pageSchema, resourceSchema } from './resource.openapi.js';

type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** The routes of one kind of resource: all kinds have the same, under their own path and with their own shape. */
export function resourceController(kind: ResourceKind): Type {
  const { path, name } = kind;
  const resources = path.replaceAll('-', '_');
  const schema = resourceSchema(kind);

  @ApiTags('draft')
  @Controller(`v1/${path}`)
  class ResourceController {
    constructor(
      private readonly lister: ListResourcesHandler,
      private readonly handler: EditResourceHandler,
    ) {}

    @ApiOperation({ operationId: `list${name}s`, summary: `List the draft's ${path}` })
    @ApiOkResponse({ schema: pageSchema(kind), headers: ETAG, description: 'A page, in the order of the program.' })
    @ApiProblem(httpErrors.invalidInput, httpErrors.unavailable)
    @Requires('releases:read')
    @Get()
    async list(
      @Query() query: PageQueryDto,
      @CurrentCredential() { workspace }: Credential,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ResourcePage['page']> {
      const { page, revision } = orThrow(await this.lister.handle({ workspace, kind, ...query }));
      void reply.header('etag', toEtag(revision));
      return page;
    }

    @ApiOperation({ operationId: `get${name}`, summary: `Get one of the draft's ${path}` })
    @ApiOkResponse({ schema, headers: ETAG, description: 'As it was written.' })
    @ApiProblem(releaseErrors.resourceNotFound, httpErrors.unavailable)
    @Requires('releases:read')
    @Get(':key')
    async get(
      @Param('key') key: string,
      @CurrentCredential() { workspace }: Credential,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<Resource> {
      const { resource, revision } = orThrow(await this.handler.get(workspace, { kind, key }));
      void reply.header('etag', toEtag(revision));
      return resource;
    }

    @ApiOperation({ operationId: `put${name}`, summary: `Create or replace one of the draft's ${path}` })
    @ApiHeader(IF_MATCH)
    @ApiBody({ schema })
    @ApiOkResponse({ schema, headers: ETAG, description: 'It is replaced; it kept its place in the program.' })
    @ApiCreatedResponse({ schema, headers: ETAG, description: 'It is new, behind the others of its kind.' })
    @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
    @ApiProblem(releaseErrors.invalidResource, releaseErrors.invalidProgram, httpErrors.unavailable)
    @ApiProblem(releaseErrors.revisionRequired, releaseErrors.draftMoved)
    @Audited(`${resources}.put`, { after: ({ answer }) => answer })
    @Requires('releases:write')
    @Put(':key')
    async put(
      @Param('key') key: string,
      @Body() body: unknown,
      @Headers() headers: RequestHeaders,
      @CurrentCredential() credential: Credential,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<Resource> {
      orThrow(requireMediaType(headers['content-type'], JSON_TYPE));
      const write = writeOf(credential, headers['if-match']);
      const written = orThrow(await this.handler.put(write, { kind, key }, body));
      void reply.header('etag', toEtag(written.revision)).status(written.isNew ? 201 : 200);
      return written.resource;
    }

    @ApiOperation({
      operationId: `patch${name}`,
      summary: `Change one of the draft's ${path}`,
      description: 'By JSON Merge Patch (RFC 7396): null removes a member, lists are replaced whole.',
    })
    @ApiHeader(IF_MATCH)
    @ApiConsumes(MERGE_PATCH_TYPE)
    @ApiBody({ schema: { type: 'object', additionalProperties: true } })
    @ApiOkResponse({ schema, headers: ETAG, description: 'As it is now.' })
    @ApiProblem(httpErrors.malformedRequest, httpErrors.unsupportedMediaType, httpErrors.bodyTooLarge)
    @ApiProblem(releaseErrors.resourceNotFound, releaseErrors.invalidResource, releaseErrors.invalidProgram)
    @ApiProblem(releaseErrors.revisionRequired, releaseErrors.draftMoved, httpErrors.unavailable)
    @Audited(`${resources}.patch`, { after: ({ answer }) => answer })
    @Requires('releases:write')
    @Patch(':key')
    async patch(
      @Param('key') key: string,
      @Body() patch: unknown,
      @Headers() headers: RequestHeaders,
      @CurrentCredential() credential: Credential,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<Resource> {
      orThrow(requireMediaType(headers['content-type'], MERGE_PATCH_TYPE));
      const write = writeOf(credential, headers['if-match']);
      const written = orThrow(await this.handler.patch(write, { kind, key }, patch));
      void reply.header('etag', toEtag(written.revision));
      return written.resource;
    }

    @ApiOperation({ operationId: `delete${name}`, summary: `Delete one of the draft's ${path}` })
    @ApiHeader(IF_MATCH)
    @ApiNoContentResponse({ headers: ETAG, description: 'It is no longer in the draft.' })
    @ApiProblem(releaseErrors.resourceNotFound, releaseErrors.revisionRequired, releaseErrors.draftMoved)
    @ApiProblem(releaseErrors.invalidProgram, httpErrors.unavailable)
    @Audited(`${resources}.delete`)
    @Requires('releases:write')
    @HttpCode(204)
    @Delete(':key')
    async remove(
      @Param('key') key: string,
      @Headers('if-match') ifMatch: string | undefined,
      @CurrentCredential() credential: Credential,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<void> {
      const revision = orThrow(await this.handler.remove(writeOf(credential, ifMatch), { kind, key }));
      void reply.header('etag', toEtag(revision));
    }
  }
  // Logs, and tables of what each route asks for, name controllers.
  Object.defineProperty(ResourceController, 'name', { value: `${name}Controller` });
  return ResourceController;
}
