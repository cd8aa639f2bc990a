import { MONGO_DB } from '@laurel/platform-mongo';
import type { TenantEnvironments } from '@laurel/releases-feature';
import { WorkspaceDirectory } from '@laurel/tenancy-feature';
import { Inject, Injectable } from '@nestjs/common';
import type { Db } from 'mongodb';

type Environment = NonNullable<Awaited<ReturnType<TenantEnvironments['environmentOf']>>>;

/** What promotions ask of tenancy. The tenant is that of the workspace that asks, so no other can be named. */
@Injectable()
export class TenancyEnvironments implements TenantEnvironments {
  private readonly directory: WorkspaceDirectory;

  constructor(@Inject(MONGO_DB) db: Db) {
    this.directory = new WorkspaceDirectory(db);
  }

  async environmentOf(workspace: string): Promise<Environment | undefined> {
    return (await this.directory.find(workspace))?.environment;
  }

  async sibling(workspace: string, environment: Environment): Promise<string | undefined> {
    const own = await this.directory.find(workspace);
    return own ? (await this.directory.find(`${own.tenant}/${environment}`))?.id : undefined;
  }
}
