import { randomBytes } from 'node:crypto';
import { type Clock, type DomainError, type Result, newId, ok } from '@laurel/kernel';
import { KEY_PERMISSIONS } from '@laurel/platform-auth';
import { type Workspace, type WorkspaceName, nameWorkspace } from '@laurel/tenancy-domain';
import type { Db } from 'mongodb';
import {
  API_KEYS_COLLECTION,
  type ApiKeyDocument,
  WORKSPACES_COLLECTION,
  type WorkspaceDocument,
} from '../adapters/tenancy.documents.js';
import { mintKey } from '../mint-key.js';

export interface CreatedWorkspace {
  readonly workspace: Workspace;
  /** Shown this once; only its hash is kept. */
  readonly secretKey: string;
}

/** Finds or creates the workspace of a tenant and environment, and mints one more secret key for it. */
export class CreateWorkspaceHandler {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Error: `tenancy.invalid_workspace`. */
  async handle(tenant: string, environment: string): Promise<Result<CreatedWorkspace, DomainError>> {
    const named = nameWorkspace(tenant, environment);
    if (!named.ok) return named;
    const workspace = await this.findOrCreate(named.value);
    return ok({ workspace, secretKey: await this.mintKey(workspace) });
  }

  private async findOrCreate({ tenant, environment }: WorkspaceName): Promise<Workspace> {
    const now = this.clock.now();
    const document = await this.db
      .collection<WorkspaceDocument>(WORKSPACES_COLLECTION)
      .findOneAndUpdate(
        { tenant, environment },
        { $setOnInsert: { _id: newId('workspace', now, randomBytes), createdAt: now } },
        { upsert: true, returnDocument: 'after' },
      );
    if (!document) throw new Error('an upsert answered without its document');
    return { id: document._id, tenant, environment };
  }

  private async mintKey(workspace: Workspace): Promise<string> {
    const { document, key } = mintKey(workspace, { kind: 'secret', permissions: KEY_PERMISSIONS }, this.clock.now());
    await this.db.collection<ApiKeyDocument>(API_KEYS_COLLECTION).insertOne(document);
    return key;
  }
}
