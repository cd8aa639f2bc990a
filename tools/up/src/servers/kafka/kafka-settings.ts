export interface KafkaPlace {
  readonly clientPort: number;
  /** Where clients are told to connect to; `clientPort` by default. */
  readonly advertisedPort?: number | undefined;
  readonly controllerPort: number;
  /** The address to listen on: the loopback, or all inside a container. */
  readonly bind: string;
  readonly logDir: string;
}

/**
 * One process that is broker and controller (KRaft). Internal topics have one replica because there is one broker;
 * topics are created by the migration alone; a group forms at once instead of waiting for more members.
 */
export function kafkaSettings(place: KafkaPlace): Record<string, string> {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    listeners: `PLAINTEXT://${place.bind}:${place.clientPort},CONTROLLER://127.0.0.1:${place.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${place.advertisedPort ?? place.clientPort}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.bootstrap.servers': `127.0.0.1:${place.controllerPort}`,
    'log.dirs': place.logDir,
    'auto.create.topics.enable': 'false',
    'group.initial.rebalance.delay.ms': '0',
    'offsets.topic.num.partitions': '4',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.num.partitions': '4',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    // The default, 128 MiB, is a quarter of the heap.
    'log.cleaner.dedupe.buffer.size': '16777216',
  };
}

/** The same as a Java properties file, where a backslash would start an escape. */
export function propertiesFile(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value.replaceAll('\\', '\\\\')}\n`)
    .join('');
}

/**
 * The same as the environment that the apache/kafka image reads. Its formatter knows no `--standalone`: without a named voter
 * it gives up.
 */
export function imageEnvironment(settings: Readonly<Record<string, string>>): Record<string, string> {
  const { 'controller.quorum.bootstrap.servers': controller = '', ...others } = settings;
  const forImage = { ...others, 'controller.quorum.voters': `${settings['node.id']}@${controller}` };
  return Object.fromEntries(
    Object.entries(forImage).map(([key, value]) => [`KAFKA_${key.toUpperCase().replaceAll('.', '_')}`, value]),
  );
}
