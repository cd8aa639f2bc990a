import { join, relative } from 'node:path';
import { interruptedExitCode, untilAborted } from '../process/stop-signal.ts';
import { createReport, type Report } from '../report/report.ts';
import { provideServers } from '../servers/provide-servers.ts';
import { operatorSecretsKey } from '../services/operator-secrets-key.ts';
import { playerTokenKeys } from '../services/player-token-keys.ts';
import { runAppScript } from '../services/run-app-script.ts';
import { runServices } from '../services/run-services.ts';
import { stackEnvironment } from '../services/service-environment.ts';
import { writeDemoEnvironment } from './demo-environment.ts';
import { type DemoOwner, demoOwner } from './demo-owner.ts';
import { type DemoWorkspace, demoWorkspaces } from './demo-workspaces.ts';
import { writeStackEnvironment } from './stack-environment.ts';
import { type StackUrls, describeStack, describeUrls } from './describe-stack.ts';
import { LauncherLock } from './launcher-lock.ts';
import { type SharedTerminal, shareTerminal } from './notices-above.ts';
import { playDemo } from './play-demo.ts';
import { confirmReset, resetData } from './reset.ts';
import type { StartOptions } from './start-options.ts';

export interface RunStackOptions extends StartOptions {
  readonly root: string;
  readonly dataDir: string;
  readonly signal: AbortSignal;
}

/** A stack under way: what to stop, in the order in which it was started. */
interface Stack {
  readonly options: RunStackOptions;
  readonly terminal: SharedTerminal;
  readonly report: Report;
  readonly lock: LauncherLock;
  readonly started: { stop(): Promise<void> }[];
}

/**
 * Runs Laurel until it is told to stop.
 * @returns the exit code: 0 after a stop or a finished demo, and when Laurel runs already.
 */
export async function runStack(options: RunStackOptions): Promise<number> {
  const claim = LauncherLock.claim(options.dataDir);
  if (!claim.claimed) return tellRunning(claim.holder.pid, claim.holder.urls, options);
  const terminal = shareTerminal(process.stdout);
  const report = createReport(process.stdout, terminal.line);
  const stack: Stack = { options, terminal, report, lock: claim.lock, started: [] };
  try {
    return await run(stack);
  } catch (error) {
    if (options.signal.aborted) return 0;
    throw error;
  } finally {
    await stopAll(stack);
    claim.lock.release();
  }
}

async function run(stack: Stack): Promise<number> {
  const { options, report, terminal } = stack;
  const { root, dataDir, signal } = options;
  if (options.reset && !(await reset(stack))) return 1;
  const began = performance.now();
  const { urls, workspaces, owner } = await startAll(stack);
  stack.lock.announce(urls);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const logs = relative(root, join(dataDir, 'logs'));
  const environment = relative(root, writeDemoEnvironment(dataDir, urls, workspaces, owner));
  for (const line of describeStack(urls, workspaces, { owner, logs, environment })) report.line(line);
  report.line(`Ready after ${seconds} s. Ctrl-C stops everything; npm start -- --help tells more.`);
  if (options.demo) {
    const finished = await playDemo({ urls, workspaces, terminal, options });
    terminal.flush();
    if (options.exitAfterDemo) return signal.aborted ? interruptedExitCode : finished ? 0 : 1;
  }
  await untilAborted(signal);
  return 0;
}

async function startAll({
  options,
  report,
  started,
}: Stack): Promise<{ urls: StackUrls; workspaces: DemoWorkspace[]; owner: DemoOwner | undefined }> {
  const { root, dataDir, only, signal } = options;
  const keys = {
    ...playerTokenKeys(dataDir, process.env),
    operatorSecretsKey: operatorSecretsKey(dataDir, process.env),
  };
  const servers = await provideServers({
    ...{ root, dataDir, report, signal },
    ports: 'preferred',
    allowExisting: true,
    ephemeral: false,
  });
  started.push(servers);
  const environment = stackEnvironment(servers, process.env);
  writeStackEnvironment(dataDir, environment);
  const task = report.task('creating topics and indexes');
  await runAppScript({ root, app: 'admin-gateway', script: 'migrate', environment, signal }).finally(task.end);
  const services = await runServices({ root, dataDir, only, environment, keys, report, signal });
  started.push(services);
  const demo = { root, dataDir, environment, adminUrl: services.urls.admin, signal };
  const workspaces = await demoWorkspaces(demo);
  return { urls: services.urls, workspaces, owner: await demoOwner(demo) };
}

async function stopAll({ options, report, started, terminal }: Stack): Promise<void> {
  terminal.flush();
  if (options.signal.aborted) report.line('\nStopping …');
  for (const part of started.reverse()) await part.stop();
  if (options.signal.aborted || started.length > 0) report.line('Stopped.');
}

async function reset({ options, report }: Stack): Promise<boolean> {
  const { dataDir, signal, yes } = options;
  if (!yes && !(await confirmReset(dataDir, signal))) {
    report.line('Nothing was deleted. To delete without being asked: npm start -- --reset --yes');
    return false;
  }
  await resetData(dataDir);
  report.line('All data are deleted.');
  return true;
}

/** A second start is content: what was asked for is there. Only a reset cannot be had under a running stack. */
function tellRunning(pid: number, urls: StackUrls | undefined, { reset: wanted }: RunStackOptions): number {
  const lines = urls
    ? [`Laurel is running already (process ${pid}).`, '', ...describeUrls(urls), '']
    : [`Laurel is being started already (process ${pid}).`];
  if (wanted) lines.push('Nothing was deleted: stop it first (Ctrl-C in its terminal).');
  process.stdout.write(`${lines.join('\n')}\n`);
  return wanted ? 1 : 0;
}
