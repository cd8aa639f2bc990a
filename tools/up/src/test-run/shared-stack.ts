import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { logFile } from '../process/child.ts';
import { logTail } from '../process/log-tail.ts';
import type { Report } from '../report/report.ts';
import type { ProvidedServers } from '../servers/provide-servers.ts';
import { operatorSecretsKey } from '../services/operator-secrets-key.ts';
import { playerTokenKeys } from '../services/player-token-keys.ts';
import { runAppScript } from '../services/run-app-script.ts';
import { runServices } from '../services/run-services.ts';
import { stackEnvironment } from '../services/service-environment.ts';
import { serviceKeys, stackServices } from '../services/stack-service.ts';

const LOG_LINES = 200;

export interface SharedStackOptions {
  readonly root: string;
  readonly dataDir: string;
  readonly servers: ProvidedServers;
  readonly report: Report;
  readonly signal: AbortSignal;
}

export interface SharedStack {
  /** What tells the suites of it, which read this as JSON: the environment of its services, and their URLs. */
  readonly environment: { readonly LAUREL_TEST_STACK: string };
  /** Whether a service ended that nobody stopped: each is started again, so that no suite need have noticed. */
  hasFallen(): boolean;
  /** Prints what its services complained of at last, if they did. */
  showLogs(): void;
  stop(): Promise<void>;
}

/** Runs all of Laurel, under names of its own, for the suites of `apps/e2e` that want nothing special of theirs. */
export async function startSharedStack(options: SharedStackOptions): Promise<SharedStack> {
  const { root, dataDir, servers, report, signal } = options;
  const id = randomBytes(6).toString('hex');
  const environment = {
    ...stackEnvironment(servers, {}),
    LAUREL_KAFKA_TOPIC_PREFIX: `test-${id}.`,
    LAUREL_MONGO_DATABASE: `laurel_test_${id}`,
    LAUREL_REDIS_KEY_PREFIX: `test-${id}:`,
  };
  await runAppScript({ root, app: 'admin-gateway', script: 'migrate', environment, signal });
  let hasFallen = false;
  const noticing: Report = {
    task: report.task,
    line: (text) => {
      hasFallen = true;
      report.line(text);
    },
  };
  const services = await runServices({
    ...{ root, dataDir, environment, signal },
    keys: { ...playerTokenKeys(dataDir, {}), operatorSecretsKey: operatorSecretsKey(dataDir, {}) },
    report: noticing,
    only: serviceKeys,
    ephemeral: true,
  });
  return {
    environment: { LAUREL_TEST_STACK: JSON.stringify({ environment, urls: services.urls }) },
    hasFallen: () => hasFallen,
    showLogs: () => {
      for (const key of serviceKeys) {
        const { name } = stackServices[key];
        const told = complaints(logTail(logFile(join(dataDir, 'logs'), name), LOG_LINES));
        if (told !== '') report.line(`\nWhat the shared ${name} complained of at last:\n${told}`);
      }
    },
    stop: () => services.stop(),
  };
}

/** The lines of a log but those of what is as it should be. */
const complaints = (log: string): string =>
  log
    .split('\n')
    .filter((line) => !/"level":"(info|debug|trace)"/.test(line))
    .join('\n');
