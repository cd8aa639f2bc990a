import { dockerRun } from '../docker.ts';
import type { ServerKind } from '../server-kind.ts';
import { fetchKafka, findKafka } from './kafka-binaries.ts';
import { imageEnvironment, kafkaSettings } from './kafka-settings.ts';
import { awaitKafka, inspectKafka } from './kafka-probe.ts';

const image = 'apache/kafka:4.3.1';
const dataInImage = '/var/lib/kafka/data';

export const kafkaKind: ServerKind = {
  key: 'kafka',
  title: 'Kafka',
  variable: 'LAUREL_KAFKA_BROKERS',
  usualPort: 9092,
  portWishes: [9192, 9193],
  image,
  manualInstall: 'Kafka 3.7 or newer with its bin folder on PATH (brew install kafka)',
  url: (port) => `127.0.0.1:${port}`,
  existingUrl: (port) => `127.0.0.1:${port}`,
  inspect: inspectKafka,
  findOnPath: findKafka,
  fetch: fetchKafka,
  prepareImage: ({ ports: [port = 0, controllerPort = 0] }, container) => {
    const settings = kafkaSettings({ clientPort: port, controllerPort, bind: '0.0.0.0', logDir: dataInImage });
    const env = { ...imageEnvironment(settings), KAFKA_HEAP_OPTS: '-Xmx512m' };
    return dockerRun({ container, image, port, volumeAt: dataInImage, env });
  },
  ready: (context, signal) => awaitKafka(context.ports[0] ?? 0, signal),
};
