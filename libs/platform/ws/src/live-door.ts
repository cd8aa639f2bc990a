import { Injectable } from '@nestjs/common';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { type CounterMetric, type GaugeMetric, Metrics } from '@laurel/platform-observability';
import { jittered } from './jitter.js';
import type { LiveConnection } from './live-connection.js';
import { LiveSocket } from './live-socket.js';
import { ANY_ORIGIN, LiveSettings } from './live.settings.js';
import { liveErrors } from './live.errors.js';
import { TokenBucket } from './token-bucket.js';

/** RFC 6455, 7.4.1 (registered since): the server restarts; come again, here or elsewhere. */
const SERVICE_RESTART = 1012;

/** Lets connections in, of any kind, knows those that are open, and sees them out. */
@Injectable()
export class LiveDoor {
  private readonly open = new Set<LiveConnection>();
  private readonly admission: TokenBucket;
  private readonly checks: NodeJS.Timeout;
  private readonly sockets: GaugeMetric<string>;
  private readonly streams: GaugeMetric<string>;
  private readonly refused: CounterMetric<'code'>;
  private isStopping = false;

  constructor(
    private readonly settings: LiveSettings,
    metrics: Metrics,
  ) {
    const { connectionsPerSecond, checkMs } = settings.limits;
    this.admission = new TokenBucket(connectionsPerSecond, connectionsPerSecond, settings.clock);
    this.checks = setInterval(() => this.open.forEach((connection) => connection.check()), checkMs);
    this.sockets = metrics.gauge({ name: 'laurel_live_sockets', help: 'Open sockets of the live feed' });
    this.streams = metrics.gauge({ name: 'laurel_live_streams', help: 'Open event streams of the live feed' });
    this.refused = metrics.counter({
      name: 'laurel_live_refused_total',
      help: 'Connections of the live feed that were not let in, by the reason',
      labels: ['code'],
    });
  }

  /**
   * Whether one more may connect. Errors: `live.origin_refused`, `live.stopping`, `live.busy`.
   *
   * @param origin the header that browsers send; undefined of what is no browser, and passes
   */
  admit(origin: string | undefined): Result<void, DomainError> {
    const admitted = this.examine(origin);
    if (!admitted.ok) this.refused.inc({ code: admitted.error.code });
    return admitted;
  }

  add(connection: LiveConnection): void {
    const gauge = connection instanceof LiveSocket ? this.sockets : this.streams;
    this.open.add(connection);
    gauge.inc();
    connection.onClose(() => {
      this.open.delete(connection);
      gauge.dec();
    });
  }

  /**
   * Says goodbye to everyone and resolves when all have gone: those who don't answer are cut off after `closeMs`. They are asked
   * to come back over as much time as another instance needs to let them in.
   */
  async close(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.checks);
    const { comeBackMs, connectionsPerSecond } = this.settings.limits;
    const spreadMs = Math.max(comeBackMs, (this.open.size / connectionsPerSecond) * 1_000);
    const leaving = [...this.open];
    const gone = leaving.map((connection) => new Promise<void>((resolve) => connection.onClose(resolve)));
    for (const connection of leaving) {
      const retryAfterMs = jittered(comeBackMs / 4, spreadMs);
      connection.close({ closeCode: SERVICE_RESTART, reason: liveErrors.stopping.code, retryAfterMs });
    }
    await Promise.all(gone);
  }

  private examine(origin: string | undefined): Result<void, DomainError> {
    const { origins, limits } = this.settings;
    if (origin !== undefined && !origins.includes(ANY_ORIGIN) && !origins.includes(origin)) return err(WRONG_ORIGIN);
    if (this.isStopping) return err(liveErrors.stopping('Connect again: another instance answers.', wait(1)));
    const isFull = this.open.size >= limits.connections;
    if (isFull) return err(liveErrors.busy(`It holds ${limits.connections} connections.`, wait(MOST_WAIT_S)));
    if (this.admission.take()) return ok(undefined);
    return err(
      liveErrors.busy(`It takes ${limits.connectionsPerSecond} new connections per second.`, wait(MOST_WAIT_S)),
    );
  }
}

const WRONG_ORIGIN = liveErrors.originRefused('The setting LAUREL_LIVE_ORIGINS names the origins that may connect.');

/** Whom a storm is turned away from comes back over so many seconds. */
const MOST_WAIT_S = 10;

const wait = (mostSeconds: number): { readonly retryAfterSeconds: number } => ({
  retryAfterSeconds: jittered(1, mostSeconds - 1),
});
