import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { build, buildConsole } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { findNode } from './node.mjs';
import { endedBySignal, runChild } from './run-child.mjs';

const root = resolve(import.meta.dirname, '..', '..', '..');
/** Commands in which somebody, or a test, opens the console. */
const withConsole = new Set(['start', 'test', 'screenshots']);
const upDir = join(root, 'tools', 'up');

/** Runs one command. Resolves with the exit code. */
export async function main([command, ...args]) {
  if (!command || command === '--help' || command === '-h') return printHelp('up');
  if ((args.includes('--help') || args.includes('-h')) && existsSync(helpFile(command))) return printHelp(command);
  const script = findScript(command);
  if (!script) {
    console.error(`There is no command "${command}".\n`);
    printHelp('up', console.error);
    return 1;
  }

  const ready = await withLock(root, async () => {
    const installed = await ensureInstalled(root);
    if (installed !== 0) return installed;
    const node = findNode(root);
    const built = await build(root, node);
    return built === 0 && withConsole.has(command) ? buildConsole(root, node) : built;
  });
  if (ready !== 0) {
    if (command === 'test' && !endedBySignal(ready)) console.log('0 passed, 1 failed');
    return ready;
  }

  const node = findNode(root);
  const path = [join(root, 'node_modules', '.bin'), dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  // What Node has compiled once, it need not compile again: all that is started from here begins sooner.
  const compileCache = process.env.NODE_COMPILE_CACHE || join(root, 'node_modules', '.cache', 'compiled');
  // The channel lets the command notice when this process is killed.
  return runChild(node, [script, ...args], {
    cwd: process.cwd(),
    env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: compileCache },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
}

function findScript(command) {
  if (!/^[a-z][a-z-]*$/.test(command)) return undefined;
  return [
    join(upDir, 'src', `${command}.ts`),
    join(upDir, 'src', `${command}-main.ts`),
    join(root, 'tools', command, 'src', 'main.ts'),
  ].find((file) => existsSync(file));
}

function helpFile(command) {
  return join(upDir, 'help', `${command}.txt`);
}

function printHelp(command, print = console.log) {
  print(readFileSync(helpFile(command), 'utf8').trimEnd());
  return 0;
}
