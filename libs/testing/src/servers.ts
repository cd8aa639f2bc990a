/** Real servers for tests; `npm test` starts its own and passes their URLs in the environment. */
export interface TestServers {
  readonly kafkaBrokers: readonly string[];
  readonly mongoUrl: string;
  readonly redisUrl: string;
}

/** @throws when a URL is missing: a test on real servers can't run without them */
export function testServers(): TestServers {
  return {
    kafkaBrokers: variable('LAUREL_KAFKA_BROKERS').split(','),
    mongoUrl: variable('LAUREL_MONGO_URL'),
    redisUrl: variable('LAUREL_REDIS_URL'),
  };
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the suite with "npm test", which starts the servers`);
  return value;
}
