import { join } from 'node:path';
import type { Command } from '../process/launch-spec.ts';

/** A check that needs no servers and no other check: its commands run one after another until one fails. */
export interface StaticCheck {
  readonly title: string;
  readonly commands: readonly Command[];
}

export function staticChecks(root: string): StaticCheck[] {
  const tool = (file: string, ...args: string[]): Command => ({
    command: process.execPath,
    args: [join(root, 'node_modules', file), ...args],
    cwd: root,
  });
  const nx = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false' };
  return [
    { title: 'format', commands: [tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')] },
    {
      title: 'lint',
      commands: [
        // The rule on boundaries between projects reads Nx's project graph, and is silent without one.
        { ...tool('nx/dist/bin/nx.js', 'graph', '--file', join('.nx', 'project-graph.json')), env: nx },
        { ...tool('eslint/bin/eslint.js', '.'), env: nx },
      ],
    },
    {
      title: 'types',
      commands: [
        tool('typescript/bin/tsc', '-p', 'tsconfig.all.json', '--noEmit'),
        // Of the browser: another library, another way to resolve modules.
        tool('typescript/bin/tsc', '-p', join('apps', 'console')),
      ],
    },
  ];
}
