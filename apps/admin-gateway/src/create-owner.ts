import { parseArgs } from 'node:util';
import { systemClock } from '@laurel/kernel';
import { MongoConfig, Section, loadConfig } from '@laurel/platform-config';
import { connectMongo } from '@laurel/platform-mongo';
import { CreateOwnerHandler } from '@laurel/tenancy-feature';
import { CommandError, runCommand } from './run-command.js';

const USAGE = 'create-owner --tenant <slug> --email <address> [--name <name>]';

class CreateOwnerConfig {
  @Section() readonly mongo = new MongoConfig();
}

/**
 * Makes an owner of a tenant, or lets one in again, and prints a one-time token as one line of JSON: `POST /v1/passwords` takes it
 * within a day.
 */
async function createOwner(): Promise<void> {
  const { tenant, email, name } = readArguments();
  const config = loadConfig(CreateOwnerConfig);
  const mongo = await connectMongo(config.mongo);
  const handler = new CreateOwnerHandler(mongo.getClient().db(config.mongo.database), systemClock);
  const created = await handler.handle(tenant, email, name);
  await mongo.close();
  if (!created.ok) throw new CommandError([created.error.detail, USAGE].join('\n'));
  process.stdout.write(`${JSON.stringify({ tenant, ...created.value })}\n`);
}

function readArguments(): { readonly tenant: string; readonly email: string; readonly name: string } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { tenant: text, email: text, name: text } });
  const { tenant, email, name = 'Owner' } = values;
  if (!tenant || !email?.includes('@')) throw new CommandError(USAGE);
  return { tenant, email, name };
}

void runCommand(createOwner);
