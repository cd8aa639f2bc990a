import { existsSync } from 'node:fs';
import { join } from 'node:path';

const wantedMajor = 24;

/** The Node 24 that the npm package `node` brings, else the one that runs this if it is new enough. */
export function findNode(root) {
  const modules = join(root, 'node_modules');
  const found = [
    join(modules, 'node', 'bin', 'node'),
    // Where npm was told not to run install scripts, the binary stays in the platform's own package.
    join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node'),
    join(modules, '.bin', 'node'),
  ].find((file) => existsSync(file));
  if (found) return found;
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath;
  throw new Error(
    `The package "node" brought no Node ${wantedMajor} for ${process.platform}-${process.arch}. ` +
      `Install Node ${wantedMajor}, or allow npm to run the install script of "node", and delete node_modules.`,
  );
}
