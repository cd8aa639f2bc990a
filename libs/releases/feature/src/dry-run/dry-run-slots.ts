import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { releaseErrors } from '@laurel/releases-domain';

const RETRY_AFTER_SECONDS = 5;

/** Which dry runs are going on: one of a workspace, and so many of all. */
export class DryRunSlots {
  private readonly taken = new Set<string>();

  constructor(private readonly size: number) {}

  /** @returns what gives the place back, or `releases.dry_run_busy` */
  take(workspace: string): Result<() => void, DomainError> {
    if (this.taken.has(workspace)) return err(busy('One of this workspace is going on.'));
    if (this.taken.size >= this.size) return err(busy('As many as this instance carries out at a time are going on.'));
    this.taken.add(workspace);
    return ok(() => void this.taken.delete(workspace));
  }
}

const busy = (detail: string): DomainError =>
  releaseErrors.dryRunBusy(detail, { retryAfterSeconds: RETRY_AFTER_SECONDS });
