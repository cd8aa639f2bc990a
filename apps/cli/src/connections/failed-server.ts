import { isRedisUnavailable } from '@laurel/platform-redis';

/** The drivers' errors, by what they call themselves: which server failed. */
export function serverOf(error: unknown): string | undefined {
  if (isRedisUnavailable(error)) return 'Redis';
  if (!(error instanceof Error)) return undefined;
  if (error.name.startsWith('Mongo')) return 'MongoDB';
  return error.name.startsWith('KafkaJS') ? 'Kafka' : undefined;
}
