import { totalmem } from 'node:os';

export interface MongodPlace {
  readonly port: number;
  readonly bind: string;
  readonly dbPath: string;
  readonly ephemeral: boolean;
}

/** One member of a replica set, sized to share a laptop, that goes down at once when asked to. */
export function mongodArguments({ port, bind, dbPath, ephemeral }: MongodPlace, totalMemory = totalmem()): string[] {
  return [
    ...['--replSet', 'rs0', '--port', String(port), '--bind_ip', bind, '--dbpath', dbPath],
    ...[
      '--wiredTigerCacheSizeGB',
      ephemeral ? '0.5' : cacheGib(totalMemory),
      '--oplogSize',
      ephemeral ? '256' : '1024',
    ],
    '--quiet',
    // What one checkpoint writes anyway need not be written ten times before: see docs/adr/0012.
    ...['--wiredTigerEngineConfigString', 'eviction_dirty_target=20,eviction_dirty_trigger=40'],
    // No socket file in the temporary folder: it would collide with another user's.
    '--nounixsocket',
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // By itself it keeps what every document was for five minutes, and nobody asks: that doubles what a write costs.
    ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=0'],
    // What a killed process had begun holds its documents for so long, and its successor waits: by default a minute.
    ...['--setParameter', 'transactionLifetimeLimitSeconds=10'],
    // A primary otherwise waits 15 s for a secondary to take over.
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ];
}

/** An eighth of the machine's memory: others live here too. */
function cacheGib(totalMemory: number): string {
  const gib = totalMemory / 8 / 2 ** 30;
  return Math.min(4, Math.max(1, gib)).toFixed(1);
}
