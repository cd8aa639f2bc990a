/** What is checked; see docs/operations/cli.md. */
export type CheckName = 'checkpoints' | 'replay' | 'ledger' | 'grants' | 'ranks' | 'final' | 'workspaces';

/** One thing that is not as it has to be. Absent names don't apply. */
export interface Difference {
  readonly check: CheckName;
  readonly workspace?: string;
  readonly partition?: number;
  readonly playerId?: string;
  /** What differs: a field of the player, an event, a ledger entry, a document, a row. */
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** Collects differences: counts them all, keeps the first of each check. */
export class Differences {
  private readonly counts = new Map<CheckName, number>();
  private readonly kept: Difference[] = [];

  /** @param most kept of one check */
  constructor(private readonly most: number) {}

  add(difference: Difference): void {
    const count = this.countOf(difference.check) + 1;
    this.counts.set(difference.check, count);
    if (count <= this.most) this.kept.push(difference);
  }

  countOf(check: CheckName): number {
    return this.counts.get(check) ?? 0;
  }

  get total(): number {
    return Array.from(this.counts.values()).reduce((sum, count) => sum + count, 0);
  }

  get list(): readonly Difference[] {
    return this.kept;
  }
}
