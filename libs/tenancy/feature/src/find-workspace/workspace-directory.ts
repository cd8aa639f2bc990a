import type { Workspace } from '@laurel/tenancy-domain';
import type { Db } from 'mongodb';
import { WORKSPACES_COLLECTION, type WorkspaceDocument } from '../adapters/tenancy.documents.js';

/** Finds workspaces by what people call them. */
export class WorkspaceDirectory {
  constructor(private readonly db: Db) {}

  /** All there are, by tenant and environment. */
  async all(): Promise<Workspace[]> {
    const documents = await this.collection.find().sort({ tenant: 1, environment: 1 }).toArray();
    return documents.map(toWorkspace);
  }

  /** @param name its id (`ws_…`), or `<tenant>/<environment>` */
  async find(name: string): Promise<Workspace | undefined> {
    const [tenant = '', environment] = name.split('/');
    const document = await this.collection.findOne(
      environment === undefined ? { _id: name } : { tenant, environment: environment as Workspace['environment'] },
    );
    return document ? toWorkspace(document) : undefined;
  }

  private get collection() {
    return this.db.collection<WorkspaceDocument>(WORKSPACES_COLLECTION);
  }
}

const toWorkspace = ({ _id, tenant, environment }: WorkspaceDocument): Workspace => ({ id: _id, tenant, environment });
