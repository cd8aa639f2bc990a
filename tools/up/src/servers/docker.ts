import { createHash } from 'node:crypto';
import type { Command, LaunchSpec } from '../process/launch-spec.ts';
import { runCommand, runOrFail } from '../process/run-command.ts';
import type { Report } from '../report/report.ts';
import { findOnPath } from './fetch/find-on-path.ts';
import type { ServerKey } from './server-kind.ts';

/** Whether a Docker daemon answers within a few seconds. */
export async function isDockerThere(): Promise<boolean> {
  if (findOnPath(['docker']) === undefined) return false;
  const info: Command = { command: 'docker', args: ['info', '--format', '{{.ServerVersion}}'] };
  const { code } = await runCommand(info, { timeoutMs: 4_000 }).catch(() => ({ code: 1 }));
  return code === 0;
}

/** Container and volume of a server: the same for the same data folder, different for another clone. */
export function containerName(key: ServerKey, dataDir: string): string {
  return `laurel-${key}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 10)}`;
}

/** Brings the image if the daemon lacks it. */
export async function pullImage(image: string, report: Report, signal: AbortSignal): Promise<void> {
  const present = await runCommand({ command: 'docker', args: ['image', 'inspect', image] }, { signal });
  if (present.code === 0) return;
  const task = report.task(`pulling ${image}`);
  try {
    await runOrFail({ command: 'docker', args: ['pull', image] }, `pulling ${image}`, { signal });
  } finally {
    task.end();
  }
}

export interface DockerRun {
  readonly container: string;
  readonly image: string;
  /** Published on the loopback under the same number, so that what a server says of its address holds outside too. */
  readonly port: number;
  /** The folder in the image that a volume of the container's name is mounted on. */
  readonly volumeAt: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly command?: Command;
}

/** `docker run` in the foreground: signals pass through, and the container goes when its process ends. */
export function dockerRun(run: DockerRun): LaunchSpec {
  const env = Object.entries(run.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const command = run.command ? [run.command.command, ...run.command.args] : [];
  const publish = ['--publish', `127.0.0.1:${run.port}:${run.port}`];
  const volume = ['--volume', `${run.container}:${run.volumeAt}`];
  return {
    name: run.container.split('-')[1] ?? run.container,
    command: 'docker',
    args: ['run', '--rm', '--name', run.container, ...publish, ...volume, ...env, run.image, ...command],
    cleanUp: { command: 'docker', args: ['rm', '--force', run.container] },
  };
}

/** Deletes the volumes of the servers' containers; ones that do not exist are no error. */
export async function removeVolumes(containers: readonly string[]): Promise<void> {
  if (containers.length === 0 || !(await isDockerThere())) return;
  await runCommand({ command: 'docker', args: ['volume', 'rm', '--force', ...containers] }, { timeoutMs: 20_000 });
}
