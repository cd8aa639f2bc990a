import type { Clock } from '@laurel/kernel';

/** A clock that moves when told. Milliseconds since the epoch. */
export class FakeClock implements Clock {
  constructor(private currentMs: number) {}

  now(): number {
    return this.currentMs;
  }

  advance(ms: number): void {
    this.currentMs += ms;
  }
}
