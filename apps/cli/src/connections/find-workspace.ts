import { type Workspace } from '@laurel/tenancy-domain';
import { WorkspaceDirectory } from '@laurel/tenancy-feature';
import { UsageError } from '../exit-codes.js';
import type { Database } from './connections.js';

/** @throws UsageError naming the workspaces that there are, when none has this name */
export async function findWorkspace(db: Database, name: string): Promise<Workspace> {
  const found = await new WorkspaceDirectory(db).find(name);
  if (found) return found;
  const names = (await allWorkspaces(db)).map((workspace) => `  ${workspaceName(workspace)}  ${workspace.id}`);
  throw new UsageError(`There is no workspace "${name}". There are:\n${names.join('\n')}`);
}

/** @throws UsageError when there is none: a wrong database must not look like one where all is well */
export async function allWorkspaces(db: Database): Promise<Workspace[]> {
  const all = await new WorkspaceDirectory(db).all();
  if (all.length > 0) return all;
  throw new UsageError(`The database "${db.databaseName}" has no workspaces. Is LAUREL_MONGO_DATABASE right?`);
}

/** As people call it. */
export const workspaceName = ({ tenant, environment }: Workspace): string => `${tenant}/${environment}`;
