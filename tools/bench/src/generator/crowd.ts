import { CrowdCount } from './crowd-count.ts';
import { CrowdSocket } from './crowd-socket.ts';
import type { CrowdJob, CrowdReport } from './jobs.ts';

/** How fast connections are made and subscribe: a gateway admits 500 new ones per second. */
const PER_SECOND = 400;
const BURSTS_PER_SECOND = 20;

/** Connections that one process holds from job to job. */
export class Crowd {
  #sockets: CrowdSocket[] = [];
  #count = new CrowdCount();

  /** @throws Error when a connection is refused or ends before it is ready */
  async run(job: CrowdJob): Promise<CrowdReport> {
    switch (job.act) {
      case 'open':
        await this.#open(job.sockets, job.target.port, job.target.secretKey);
        break;
      case 'watch':
        await paced(this.#sockets, (socket) => socket.watch(job.topic, job.view));
        break;
      case 'close':
        for (const socket of this.#sockets) socket.close();
        this.#sockets = [];
        this.#count = new CrowdCount();
        break;
      case 'count':
    }
    return { open: this.#sockets.filter(({ isOpen }) => isOpen).length, ...this.#count.total };
  }

  async #open(sockets: number, port: number, token: string): Promise<void> {
    await paced(Array.from({ length: sockets }), async () => {
      const socket = new CrowdSocket(port, this.#count);
      this.#sockets.push(socket);
      await socket.authenticate(token);
    });
  }
}

/** Does something for each, so many per second at most. */
async function paced<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const burst = PER_SECOND / BURSTS_PER_SECOND;
  const acts: Promise<void>[] = [];
  for (let start = 0; start < items.length; start += burst) {
    const pause = new Promise((resolve) => setTimeout(resolve, 1_000 / BURSTS_PER_SECOND));
    acts.push(...items.slice(start, start + burst).map(act));
    // The first that fails ends the job, not the process.
    for (const each of acts.slice(-burst)) each.catch(() => undefined);
    await pause;
  }
  await Promise.all(acts);
}
