export interface MongodPlace {
  readonly port: number;
  readonly bind: string;
  readonly dbPath: string;
  readonly ephemeral: boolean;
}

/** One member of a replica set, sized to share a laptop, that goes down at once when asked to. */
export function mongodArguments({ port, bind, dbPath, ephemeral }: MongodPlace): string[] {
  return [
    ...['--replSet', 'rs0', '--port', String(port), '--bind_ip', bind, '--dbpath', dbPath],
    ...['--wiredTigerCacheSizeGB', ephemeral ? '0.5' : '1', '--oplogSize', ephemeral ? '256' : '1024'],
    '--quiet',
    // No socket file in the temporary folder: it would collide with another user's.
    '--nounixsocket',
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
    // A primary otherwise waits 15 s for a secondary to take over.
    ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
  ];
}
