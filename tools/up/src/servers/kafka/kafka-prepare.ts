import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, LaunchSpec } from '../../process/launch-spec.ts';
import { runOrFail } from '../../process/run-command.ts';
import type { LaunchContext } from '../server-kind.ts';
import { kafkaSettings, propertiesFile } from './kafka-settings.ts';

/** How an installation runs Kafka's two programs. */
export interface KafkaPrograms {
  server(files: { properties: string; logging: string; heap: readonly string[] }): Command;
  storage(args: readonly string[]): Command;
}

/** A small heap and the collector with the least overhead: the broker shares the machine with everything else. */
const heap = ['-Xmx512m', '-XX:+UseSerialGC'];

/** Compiles less: a broker that lives for minutes is up sooner. */
const ephemeralHeap = [...heap, '-XX:TieredStopAtLevel=1'];

const logging = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d %p %c{1} %m%n%ex
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
logger.kafka.name = kafka.server.KafkaRaftServer
logger.kafka.level = info
`;

/** Writes the configuration, formats a data folder that is new, and tells how to start the broker. */
export async function prepareKafka(context: LaunchContext, programs: KafkaPrograms): Promise<LaunchSpec> {
  const { dataDir, ports, ephemeral, signal, advertisedPort } = context;
  const [clientPort = 0, controllerPort = 0] = ports;
  mkdirSync(dataDir, { recursive: true });
  const write = (name: string, content: string): string => {
    writeFileSync(join(dataDir, name), content);
    return join(dataDir, name);
  };
  const logDir = join(dataDir, 'log');
  const settings = (dir: string): string =>
    propertiesFile(kafkaSettings({ clientPort, advertisedPort, controllerPort, bind: '127.0.0.1', logDir: dir }));
  if (!existsSync(logDir)) {
    // Formatted under another name: a format that was interrupted is not taken for a whole one.
    const unfinished = join(dataDir, 'log.formatting');
    rmSync(unfinished, { recursive: true, force: true });
    const properties = write('format.properties', settings(unfinished));
    const args = ['format', '--standalone', '-t', clusterId(), '-c', properties];
    await runOrFail(programs.storage(args), 'formatting Kafka’s data folder', { signal });
    renameSync(unfinished, logDir);
    rmSync(properties);
  }
  const command = programs.server({
    properties: write('server.properties', settings(logDir)),
    logging: write('log4j2.properties', logging),
    heap: ephemeral ? ephemeralHeap : heap,
  });
  return { ...command, name: 'kafka', env: { ...command.env, LOG_DIR: join(dataDir, 'script-logs') } };
}

/** 16 random bytes in URL-safe base 64, the form Kafka wants; a leading dash would read as an option. */
function clusterId(): string {
  const id = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
  return id.startsWith('-') ? clusterId() : id;
}
