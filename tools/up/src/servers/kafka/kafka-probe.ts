import { waitFor } from '../../process/wait.ts';
import type { InspectOptions, Inspection } from '../server-kind.ts';
import type { KafkaAddress, KafkaMetadata } from './kafka-wire.ts';
import { askMetadata, hasCoordinator } from './kafka-wire.ts';

/** Laurel's topics, and Kafka's own. */
const ownPrefixes = ['laurel.', '__'];

/** Waits until a broker on this machine serves clients and consumer groups. */
export async function awaitKafka(port: number, signal: AbortSignal): Promise<void> {
  const address = { host: '127.0.0.1', port };
  const isReady = async (): Promise<true | undefined> => {
    const { brokers } = await askMetadata(address, 2_000);
    return brokers > 0 && (await hasCoordinator(address, 'laurel-launcher', 2_000)) ? true : undefined;
  };
  await waitFor(isReady, { timeoutMs: 90_000, signal, intervalMs: 100 });
}

/** Looks at the first broker of a comma-separated list that answers. */
export async function inspectKafka(brokers: string, { ownDataOnly }: InspectOptions): Promise<Inspection> {
  let reason = 'no broker is named';
  for (const address of parseBrokers(brokers)) {
    try {
      const metadata = await askMetadata(address, 5_000);
      return ownDataOnly ? ownOnly(brokers, metadata) : { usable: true, url: brokers };
    } catch (error) {
      const message = error instanceof Error ? error.message || String(error) : String(error);
      reason = `it does not answer as Kafka (${message})`;
    }
  }
  return { usable: false, reason };
}

function ownOnly(brokers: string, { topics }: KafkaMetadata): Inspection {
  const foreign = topics.filter((topic) => !ownPrefixes.some((prefix) => topic.startsWith(prefix)));
  if (foreign.length === 0) return { usable: true, url: brokers };
  return { usable: false, reason: `it holds ${foreign.length} other topic(s)` };
}

/** `host:port` pairs; the port defaults to Kafka's usual one. */
export function parseBrokers(brokers: string): KafkaAddress[] {
  return brokers
    .split(',')
    .map((broker) => broker.trim())
    .filter(Boolean)
    .map((broker) => {
      const [, host = broker, port = '9092'] = /^\[?(.*?)\]?:(\d+)$/.exec(broker) ?? [];
      return { host, port: Number(port) };
    });
}
