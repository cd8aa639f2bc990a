import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from '../../process/launch-spec.ts';
import { runCommand } from '../../process/run-command.ts';
import type { FetchContext } from '../fetch/fetch-context.ts';
import { findOnPath } from '../fetch/find-on-path.ts';
import { installOnce } from '../fetch/install-once.ts';
import { findVersion, isAtLeast } from '../fetch/version.ts';
import type { Installation, Unusable } from '../server-kind.ts';
import { findJava, provideJava } from './java-runtime.ts';
import { prepareKafka } from './kafka-prepare.ts';
import { fetchJars } from './maven-jars.ts';

const leastVersion = '3.7';
const version = '4.3.1';
const artifacts = [
  { group: 'org.apache.kafka', artifact: 'kafka_2.13', version },
  // Kafka logs through slf4j: without this bridge it would fail without a word.
  { group: 'org.apache.logging.log4j', artifact: 'log4j-slf4j-impl', version: '2.25.4' },
];

/** Kafka's scripts, as its own archive (`.sh`) or a package for the system (without) names them. */
export async function findKafka(): Promise<Installation | Unusable | undefined> {
  const script = findOnPath(['kafka-server-start.sh', 'kafka-server-start']);
  if (script === undefined) return undefined;
  const suffix = script.endsWith('.sh') ? '.sh' : '';
  const storage = findOnPath([`kafka-storage${suffix}`], dirname(script)) ?? findOnPath([`kafka-storage${suffix}`]);
  if (storage === undefined) return { reason: `${script} is there without kafka-storage${suffix}` };
  if (!(await findJava())) return { reason: `${script} is there, but Java 17 or newer is not` };
  const { output } = await runCommand({ command: script, args: ['--version'] }, { timeoutMs: 20_000 });
  const found = findVersion(output);
  if (found === undefined) return { reason: `${script} does not run` };
  if (!isAtLeast(found, leastVersion)) {
    return { reason: `${script} is version ${found}; Laurel needs ${leastVersion} or newer` };
  }
  return {
    version: found,
    origin: script,
    prepare: (context) =>
      prepareKafka(context, {
        server: ({ properties, heap }) => ({
          command: script,
          args: [properties],
          env: { KAFKA_HEAP_OPTS: heap.join(' ') },
        }),
        storage: (args) => ({ command: storage, args }),
      }),
  };
}

export async function fetchKafka(context: FetchContext): Promise<Installation> {
  const runtime = await provideJava(context);
  const dir = await installOnce(context, `kafka-${version}`, async (into, task) => {
    await fetchJars(into, { artifacts, java: runtime, task, signal: context.signal });
    rmSync(join(into, '.maven'), { recursive: true, force: true });
  });
  const java = (options: readonly string[], main: string, args: readonly string[]): Command => ({
    command: runtime.java,
    args: [...options, '-cp', join(dir, 'libs', '*'), main, ...args],
  });
  return {
    version,
    origin: 'fetched',
    prepare: (context) =>
      prepareKafka(context, {
        server: ({ properties, heap, logging }) =>
          java([...heap, `-Dlog4j2.configurationFile=${logging}`], 'kafka.Kafka', [properties]),
        storage: (args) => java([], 'kafka.tools.StorageTool', args),
      }),
  };
}
