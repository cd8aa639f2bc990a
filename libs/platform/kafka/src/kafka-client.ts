import type { Log } from '@laurel/kernel';
import { Kafka, logLevel, type LogEntry } from 'kafkajs';
import { patchRequestQueue } from './patch-request-queue.js';
import { registerZstd } from './zstd-codec.js';

/** kafkajs's client. Named here so that nothing else imports the driver. */
export type KafkaClient = Kafka;

export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
}

const CONNECT_TIMEOUT_MS = 1_000;
const REQUEST_TIMEOUT_MS = 10_000;

/** A broker that has just started answers with these for about a second: start-up, not an error. */
const STARTING = /GROUP_COORDINATOR_NOT_AVAILABLE|COORDINATOR_LOAD_IN_PROGRESS|coordinator is (not available|loading)/i;

export function createKafka({ brokers, clientId }: KafkaSettings, log: Log): Kafka {
  patchRequestQueue();
  registerZstd();
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => forward(log, entry),
  });
}

function forward(log: Log, { level, namespace, log: { message, ...details } }: LogEntry): void {
  const error: unknown = details['error'];
  const facts = { namespace, detail: message, error: error instanceof Error ? error.message : error };
  const isStartUp = STARTING.test(`${message} ${String(facts.error)}`);
  if (level === logLevel.ERROR && !isStartUp) log.warn(facts, 'kafka.client_error');
  else log.debug(facts, 'kafka.client');
}
