import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOrFail } from '../../process/run-command.ts';
import type { Task } from '../../report/report.ts';
import { findOnPath } from '../fetch/find-on-path.ts';
import type { JavaRuntime } from './java-runtime.ts';

export interface MavenArtifact {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

export interface MavenFetch {
  readonly artifacts: readonly MavenArtifact[];
  readonly java: JavaRuntime;
  readonly task: Task;
  readonly signal: AbortSignal;
}

/**
 * Copies artifacts and all that they need at run time into `into/libs`.
 * @throws Error that names Maven when it is missing.
 */
export async function fetchJars(into: string, { artifacts, java, task, signal }: MavenFetch): Promise<void> {
  const maven = findOnPath(['mvn']);
  if (maven === undefined) {
    throw new Error(
      'it comes as Java packages, and there is no Maven: install it (apt-get install maven; dnf install maven; brew install maven)',
    );
  }
  const work = join(into, '.maven');
  mkdirSync(work, { recursive: true });
  writeFileSync(join(work, 'pom.xml'), pomFile(artifacts));
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const libs = join(into, 'libs');
  let copied = 0;
  await runOrFail(
    {
      command: maven,
      args: ['--batch-mode', '--no-transfer-progress', goal, '-DincludeScope=runtime', `-DoutputDirectory=${libs}`],
      cwd: work,
      env: { ...java.env },
    },
    'fetching Kafka with Maven',
    {
      signal,
      onLine: (line) => {
        if (line.includes('Copying ')) task.update(`${(copied += 1)} jars`);
      },
    },
  );
  if (readdirSync(libs).length === 0) throw new Error('Maven copied no jars');
}

function pomFile(artifacts: readonly MavenArtifact[]): string {
  const dependencies = artifacts.map(
    ({ group, artifact, version }) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>laurel</groupId>
  <artifactId>kafka-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${dependencies.join('')}  </dependencies>
</project>
`;
}
