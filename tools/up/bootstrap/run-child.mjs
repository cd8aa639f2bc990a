import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parentCheckMs = 500;

/** Whether an exit code means that a signal ended the program. */
export function endedBySignal(code) {
  return code > 128;
}

/**
 * Runs a program to its end, passing on the signals that this process gets, and resolves with its exit code.
 * It never ends before its child: a child that is asked to stop has work to finish. Ctrl-C reaches the child from the
 * terminal too; being told twice must not matter to it.
 */
export function runChild(command, args, options) {
  const child = spawn(command, args, options);
  return waitForChild(child, (signal) => child.kill(signal));
}

/**
 * The same for a step whose work may be thrown away, such as an installation: it gets `graceMs` to end, then it and what
 * it started are ended by force.
 */
export function runStep(command, args, options, graceMs = 1_000) {
  const child = spawn(command, args, { ...options, detached: true });
  let force;
  const signalGroup = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended.
    }
  };
  return waitForChild(child, (signal) => {
    signalGroup(signal);
    force ??= setTimeout(() => signalGroup('SIGKILL'), graceMs);
  }).finally(() => clearTimeout(force));
}

function waitForChild(child, pass) {
  let first;
  const onSignal = (signal) => {
    first ??= signal;
    pass(signal);
  };
  for (const signal of forwarded) process.on(signal, onSignal);
  const parentWatch = watchParent(() => onSignal('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[first ?? signal]));
  }).finally(() => {
    clearInterval(parentWatch);
    for (const signal of forwarded) process.off(signal, onSignal);
  });
}

/**
 * npm runs scripts in a shell that a signal to npm ends without passing it on. So under npm the end of the parent is the
 * signal. Without npm it is not: whoever starts this in the background may go.
 */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) onGone();
  }, parentCheckMs);
}
