import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';

/** True when well; false or a sentence saying what is wrong otherwise. */
export type HealthCheck = () => Promise<boolean | string>;

export interface CheckResult {
  readonly ok: boolean;
  readonly detail?: string;
}

export interface Readiness {
  readonly status: 'ready' | 'unready' | 'stopping';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

/** A check that takes longer has failed. */
const CHECK_TIMEOUT_MS = 2_000;

/** What this process needs in order to do its work. Other modules register their checks here. */
@Injectable()
export class HealthChecks implements OnModuleDestroy {
  private readonly checks = new Map<string, HealthCheck>();
  private stopping = false;

  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  /** Comes before the server stops listening, so that balancers send the next request elsewhere. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  async readiness(): Promise<Readiness> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await runCheck(check)] as const),
    );
    const well = results.every(([, { ok }]) => ok);
    return {
      status: this.stopping ? 'stopping' : well ? 'ready' : 'unready',
      checks: Object.fromEntries(results),
    };
  }
}

async function runCheck(check: HealthCheck): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer in ${CHECK_TIMEOUT_MS} ms`), CHECK_TIMEOUT_MS);
  });
  try {
    const outcome = await Promise.race([check(), timeout]);
    return typeof outcome === 'string' ? { ok: false, detail: outcome } : { ok: outcome };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
