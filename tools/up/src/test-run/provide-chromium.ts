import { spawnSync } from 'node:child_process';
import { findChromium, noChromium } from '../browser/find-chromium.ts';
import type { Command } from '../process/launch-spec.ts';
import type { Report } from '../report/report.ts';
import { runStep } from './run-step.ts';

/**
 * The tests of the console drive a real Chromium. Where this may install one, as root on Debian, it does; elsewhere it says what to do,
 * and those tests fail by the same words.
 */
export async function provideChromium(report: Report, signal: AbortSignal): Promise<void> {
  if (findChromium(process.env)) return;
  const mayInstall = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (mayInstall) {
    report.line('Installing Chromium with apt-get, for the tests of the console …');
    const apt = (...args: string[]): Command => ({ command: 'apt-get', args: ['-qq', ...args], env: QUIET });
    await runStep(apt('update'), signal);
    await runStep(apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'), signal);
  }
  if (!findChromium(process.env)) report.line(noChromium);
}

const QUIET = { DEBIAN_FRONTEND: 'noninteractive' };
