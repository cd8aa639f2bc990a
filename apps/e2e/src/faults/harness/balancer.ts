import type { ServiceProcess } from '../../stack/service-process.js';

const ASK_EVERY_MS = 50;

/** Sends requests in turn to the instances that say that they are ready, as a balancer does. */
export class Balancer {
  private readonly ready: Set<ServiceProcess>;
  private readonly timer: NodeJS.Timeout;
  private turn = 0;

  constructor(private readonly instances: readonly ServiceProcess[]) {
    this.ready = new Set(instances);
    this.timer = setInterval(() => void this.ask(), ASK_EVERY_MS);
  }

  /** Where the next request goes. */
  readonly url = (): string => {
    const ready = [...this.ready];
    this.turn += 1;
    return (ready[this.turn % ready.length] ?? this.instances[0])?.url ?? '';
  };

  isReady(instance: ServiceProcess): boolean {
    return this.ready.has(instance);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async ask(): Promise<void> {
    for (const instance of this.instances) {
      const answers = await fetch(`${instance.url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (answers) this.ready.add(instance);
      else this.ready.delete(instance);
    }
  }
}
