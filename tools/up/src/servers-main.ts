import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stopSignal, untilAborted } from './process/stop-signal.ts';
import { createReport } from './report/report.ts';
import { provideServers } from './servers/provide-servers.ts';

/** Starts the servers, writes their URLs to a file that a shell can read, and waits for Ctrl-C. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, ephemeral: { type: 'boolean' } },
  });
  const root = resolve(import.meta.dirname, '..', '..', '..');
  const dataDir = resolve(values.data ?? join(root, '.laurel', 'servers'));
  const signal = stopSignal();
  const ephemeral = values.ephemeral ?? false;
  const servers = await provideServers({
    root,
    dataDir,
    ports: ephemeral ? 'free' : 'preferred',
    allowExisting: false,
    ephemeral,
    report: createReport(process.stdout),
    signal,
  });
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'env');
  const variables = [
    `LAUREL_KAFKA_BROKERS=${servers.kafka.brokers}`,
    `LAUREL_MONGO_URL='${servers.mongo.url}'`,
    `LAUREL_REDIS_URL=${servers.redis.url}`,
  ];
  writeFileSync(file, variables.map((variable) => `export ${variable}\n`).join(''));
  process.stdout.write(`Ready. In another shell: . ${file}\nCtrl-C stops them.\n`);
  await untilAborted(signal);
  process.stdout.write('Stopping …\n');
  await servers.stop();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
