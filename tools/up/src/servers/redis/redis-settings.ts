export interface RedisPlace {
  readonly port: number;
  readonly bind: string;
  readonly dir: string;
  readonly protectedMode: boolean;
}

/**
 * Every write is in the append-only file within a second, and nothing is evicted: ranks that vanish one by one would
 * be wrong ranks.
 */
export function redisSettings(place: RedisPlace): [key: string, value: string][] {
  return [
    ['port', String(place.port)],
    ['bind', place.bind],
    ['protected-mode', place.protectedMode ? 'yes' : 'no'],
    ['dir', place.dir],
    ['daemonize', 'no'],
    ['appendonly', 'yes'],
    ['appendfsync', 'everysec'],
    ['save', ''],
    ['maxmemory-policy', 'noeviction'],
  ];
}

/** The same as a configuration file; paths may hold spaces. */
export function redisConfigFile(place: RedisPlace): string {
  return redisSettings(place)
    .map(([key, value]) => `${key} ${JSON.stringify(value)}\n`)
    .join('');
}
