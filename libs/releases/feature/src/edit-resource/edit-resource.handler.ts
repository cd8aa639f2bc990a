import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import {
  type ProgramDocument,
  type Resource,
  type ResourceKind,
  mergePatch,
  putResource,
  releaseErrors,
  removeResource,
  resourcesOf,
  validateResource,
} from '@laurel/releases-domain';
import { Injectable } from '@nestjs/common';
import { DraftReader } from '../draft/draft.reader.js';
import type { DraftWrite } from '../draft/draft-write.js';
import { EditDraftHandler } from '../draft/edit-draft.handler.js';

/** One resource of a draft, and the revision of the draft that it is of. */
export interface ResourceAt {
  readonly resource: Resource;
  readonly revision: string;
}

export type WrittenResource = ResourceAt & { readonly isNew: boolean };

/** Which resource is meant. */
export interface ResourceName {
  readonly kind: ResourceKind;
  readonly key: string;
}

/** Reads and writes single resources of a draft. */
@Injectable()
export class EditResourceHandler {
  constructor(
    private readonly reader: DraftReader,
    private readonly editor: EditDraftHandler,
  ) {}

  /** Error: `releases.resource_not_found`. */
  async get(workspace: string, name: ResourceName): Promise<Result<ResourceAt, DomainError>> {
    const { program, revision } = await this.reader.read(workspace);
    const resource = find(program, name);
    return resource.ok ? ok({ resource: resource.value, revision }) : resource;
  }

  /** Creates or replaces a resource. Errors: `releases.invalid_resource`, and those of `EditDraftHandler`. */
  put(write: DraftWrite, name: ResourceName, body: unknown): Promise<Result<WrittenResource, DomainError>> {
    return this.write(write, name, () => ok(body));
  }

  /** Changes members of a resource by a merge patch. Errors: `releases.resource_not_found`, and those of `put`. */
  patch(write: DraftWrite, name: ResourceName, patch: unknown): Promise<Result<WrittenResource, DomainError>> {
    return this.write(write, name, (program) => {
      const before = find(program, name);
      return before.ok ? ok(mergePatch(before.value, patch)) : before;
    });
  }

  /** Takes a resource out of the draft. @returns the draft's revision; errors: as of `patch` */
  remove(write: DraftWrite, name: ResourceName): Promise<Result<string, DomainError>> {
    return this.editor.edit(write, (program) => {
      const before = find(program, name);
      return before.ok ? ok(removeResource(program, name.kind, name.key)) : before;
    });
  }

  private async write(
    write: DraftWrite,
    name: ResourceName,
    bodyFor: (program: ProgramDocument) => Result<unknown, DomainError>,
  ): Promise<Result<WrittenResource, DomainError>> {
    let written: Omit<WrittenResource, 'revision'> | undefined;
    const revision = await this.editor.edit(write, (program) => {
      const body = bodyFor(program);
      const resource = body.ok ? named(name, body.value) : body;
      if (!resource.ok) return resource;
      written = { resource: resource.value, isNew: !find(program, name).ok };
      return ok(putResource(program, name.kind, resource.value));
    });
    if (!revision.ok) return revision;
    if (!written) throw new Error('a draft was saved without its change');
    return ok({ ...written, revision: revision.value });
  }
}

function find(program: ProgramDocument, { kind, key }: ResourceName): Result<Resource, DomainError> {
  const resource = resourcesOf(program, kind).find((one) => one.key === key);
  return resource
    ? ok(resource)
    : err(releaseErrors.resourceNotFound(`The draft has nothing under ${kind.path}/${key}.`));
}

/** A body as the resource that the address names: it may leave its key out, and may not have another. */
function named({ kind, key }: ResourceName, body: unknown): Result<Resource, DomainError> {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const resource = validateResource(kind, isObject ? { key, ...body } : body);
  if (!resource.ok || resource.value.key === key) return resource;
  const message = `must be "${key}", as in the address, or be left out`;
  return err(
    releaseErrors.invalidResource('The key can not be changed; the draft is as it was.', {
      errors: [{ path: '/key', rule: 'same', message }],
    }),
  );
}
