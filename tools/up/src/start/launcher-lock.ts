import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, processIdentity } from '../process/process-identity.ts';

/** What a running launcher tells of itself, for a second one and for scripts. */
export interface LauncherState {
  readonly pid: number;
  readonly identity: string;
  /** Absent until all is ready. */
  readonly urls?: Readonly<Record<string, string>>;
}

export type Claim =
  { readonly claimed: true; readonly lock: LauncherLock } | { readonly claimed: false; readonly holder: LauncherState };

/** Held by the one launcher that uses a data folder; a dead launcher's lock is void. */
export class LauncherLock {
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  /** @throws Error when the lock can be neither taken nor read. */
  static claim(dataDir: string): Claim {
    const file = join(dataDir, 'run', 'start.json');
    mkdirSync(join(dataDir, 'run'), { recursive: true });
    for (let tries = 0; tries < 3; tries += 1) {
      if (!create(file, ownState())) {
        const holder = readState(file);
        if (holder && isRunning(holder.pid, holder.identity)) return { claimed: false, holder };
        rmSync(file, { force: true });
        continue;
      }
      // Two launchers that both removed a dead one's lock: the later file counts.
      if (readState(file)?.pid === process.pid) return { claimed: true, lock: new LauncherLock(file) };
    }
    throw new Error(`${file} can be neither written nor read`);
  }

  /** Tells where the services are, once they are ready. */
  announce(urls: Readonly<Record<string, string>>): void {
    renameSync(writeBeside(this.#file, { ...ownState(), urls }), this.#file);
  }

  release(): void {
    if (readState(this.#file)?.pid === process.pid) rmSync(this.#file, { force: true });
  }
}

/** Where the services of the launcher are that runs in a data folder; empty while none is ready there. */
export function runningUrls(dataDir: string): Readonly<Record<string, string>> {
  const state = readState(join(dataDir, 'run', 'start.json'));
  return state && isRunning(state.pid, state.identity) ? (state.urls ?? {}) : {};
}

/** Creates the file whole or not at all. @returns false when it exists. */
function create(file: string, state: LauncherState): boolean {
  const beside = writeBeside(file, state);
  try {
    linkSync(beside, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(beside, { force: true });
  }
}

function writeBeside(file: string, state: LauncherState): string {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(state, undefined, 2)}\n`);
  return beside;
}

function ownState(): LauncherState {
  return { pid: process.pid, identity: processIdentity(process.pid) ?? '' };
}

function readState(file: string): LauncherState | undefined {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as LauncherState;
    return typeof state.pid === 'number' ? state : undefined;
  } catch {
    return undefined;
  }
}
