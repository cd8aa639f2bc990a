import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join, resolve } from 'node:path';
import { LauncherLock, createReport, interruptedExitCode, provideServers, stopSignal } from '@laurel/up';
import { type FaultOptions, parseFaultOptions } from './options.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');

/** `npm run test:faults`: see `tools/up/help/faults.txt`. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseFaultOptions(args);
  const signal = stopSignal();
  const dataDir = join(root, '.laurel', 'faults');
  const claim = LauncherLock.claim(dataDir);
  if (!claim.claimed) throw new Error(`The fault suite runs already (process ${claim.holder.pid}).`);
  try {
    return await runOnServers(options, dataDir, signal);
  } finally {
    claim.lock.release();
  }
}

async function runOnServers(options: FaultOptions, dataDir: string, signal: AbortSignal): Promise<number> {
  const servers = await provideServers({
    ...{ root, dataDir },
    ports: 'free',
    allowExisting: false,
    ephemeral: true,
    report: createReport(process.stdout),
    signal,
  });
  try {
    const code = await runCases(options, signal, {
      LAUREL_KAFKA_BROKERS: servers.kafka.brokers,
      LAUREL_MONGO_URL: servers.mongo.url,
      LAUREL_REDIS_URL: servers.redis.url,
    });
    return signal.aborted ? interruptedExitCode : code;
  } finally {
    await servers.stop();
  }
}

/** Jest runs the cases one after another: each is measured by what reaches the servers in time. */
function runCases(
  { only, seed = randomInt(2 ** 31), short }: FaultOptions,
  signal: AbortSignal,
  servers: Readonly<Record<string, string>>,
): Promise<number> {
  process.stdout.write(`seed ${seed}\n`);
  const form = short ? {} : { LAUREL_FAULTS: 'full' };
  const config = join(root, 'apps', 'e2e', 'jest.faults.cjs');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(process.execPath, [jest, '-c', config, '--runInBand', ...only], {
    cwd: root,
    env: { ...process.env, ...servers, ...form, LAUREL_FAULTS_SEED: String(seed) },
    stdio: 'inherit',
  });
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => settle(code ?? 1));
  });
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
