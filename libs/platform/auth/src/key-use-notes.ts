import type { Clock } from '@laurel/kernel';
import type { KeyUses } from './key-uses.port.js';

const MINUTE_MS = 60_000;
/** Keys remembered; the oldest goes first, and is noted once more at worst. */
const CAPACITY = 10_000;

/** Notes each key's use once a minute, without making its request wait: when a key was last used is worth no delay and no error. */
export class KeyUseNotes {
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly uses: KeyUses | undefined,
    private readonly clock: Clock,
  ) {}

  /** Called for every request with a valid key. */
  note(keyId: string): void {
    if (!this.uses) return;
    const now = this.clock.now();
    const minute = now - (now % MINUTE_MS);
    if (this.noted.get(keyId) === minute) return;
    this.remember(keyId, minute);
    // A minute that could not be noted is missing, nothing else.
    this.uses.note(keyId, minute).catch(() => undefined);
  }

  private remember(keyId: string, minute: number): void {
    this.noted.delete(keyId);
    this.noted.set(keyId, minute);
    const [oldest] = this.noted.keys();
    if (this.noted.size > CAPACITY && oldest !== undefined) this.noted.delete(oldest);
  }
}
