import type { Outcome } from './connection.ts';
import type { Verdict } from './load-recorder.ts';
import { seededRandom } from './random.ts';
import { type RequestSource, type Target, getRequest } from './request-source.ts';

const SEED = 1_948;
/** `warming` stands before the rows. */
const HEAD_BYTES = 300;

/** GET requests of any of some paths, all equally often. */
export class ReadSource implements RequestSource {
  readonly #requests: readonly string[];
  readonly #random = seededRandom(SEED);

  constructor(target: Target, paths: readonly string[]) {
    this.#requests = paths.map((path) => getRequest(target, path));
  }

  next(): string {
    const request = this.#requests[Math.floor(this.#random() * this.#requests.length)];
    if (request === undefined) throw new Error('there is nothing to read');
    return request;
  }

  judge(outcome: Outcome): Verdict {
    if ('failure' in outcome) return outcome;
    if (outcome.status !== 200) return { failure: String(outcome.status) };
    return outcome.body.toString('latin1', 0, HEAD_BYTES).includes('"warming":true')
      ? { failure: 'warming' }
      : { items: 1 };
  }
}
