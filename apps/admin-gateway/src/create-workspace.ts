import { parseArgs } from 'node:util';
import { systemClock } from '@laurel/kernel';
import { MongoConfig, Section, loadConfig } from '@laurel/platform-config';
import { connectMongo } from '@laurel/platform-mongo';
import { CreateWorkspaceHandler } from '@laurel/tenancy-feature';
import { CommandError, runCommand } from './run-command.js';

const USAGE = 'create-workspace --tenant <slug> --environment <dev|staging|live>';

class CreateWorkspaceConfig {
  @Section() readonly mongo = new MongoConfig();
}

/** Finds or creates a workspace, mints a secret key for it, and prints both as one line of JSON. The key is shown this once. */
async function createWorkspace(): Promise<void> {
  const { tenant, environment } = readArguments();
  const config = loadConfig(CreateWorkspaceConfig);
  const mongo = await connectMongo(config.mongo);
  const handler = new CreateWorkspaceHandler(mongo.getClient().db(config.mongo.database), systemClock);
  const created = await handler.handle(tenant, environment);
  await mongo.close();
  if (!created.ok) {
    const problems = created.error.errors?.map(({ path, message }) => `${path} ${message}`) ?? [];
    throw new CommandError([created.error.detail, ...problems, USAGE].join('\n'));
  }
  const { workspace, secretKey } = created.value;
  process.stdout.write(`${JSON.stringify({ workspace: workspace.id, tenant, environment, secretKey })}\n`);
}

function readArguments(): { readonly tenant: string; readonly environment: string } {
  const { values } = parseArgs({ options: { tenant: { type: 'string' }, environment: { type: 'string' } } });
  const { tenant, environment } = values;
  if (!tenant || !environment) throw new CommandError(USAGE);
  return { tenant, environment };
}

void runCommand(createWorkspace);
