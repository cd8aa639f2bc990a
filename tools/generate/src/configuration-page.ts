import { PROCESSES } from './processes.ts';
import { type Variable, commonDefault, variables } from './variables.ts';

const INTRODUCTION = `# Configuration

Generated from the config classes of the processes; edit those.

Every setting is an environment variable. A process reads its own once, at start, refuses to start with a list of what is
missing or broken, and never prints a value. One environment may serve all processes: names that a process does not know are
told in its first log line and otherwise ignored.
`;

/** \`docs/configuration.md\`. */
export const configurationPage = (): string => [INTRODUCTION, ...variables().map(section)].join('\n');

function section(variable: Variable): string {
  const { name, description, readers } = variable;
  const facts = [defaultOf(variable), readBy([...readers.keys()]), ...(variable.secret ? ['Secret.'] : [])];
  return `## ${name}\n\n${description}\n\n${facts.join(' ')}\n`;
}

function defaultOf(variable: Variable): string {
  if (variable.required) return `Required${variable.example ? `, for example \`${variable.example}\`` : ''}.`;
  const common = commonDefault(variable);
  if (common !== undefined) return `Default: \`${common}\`.`;
  return `Default: ${[...variable.readers].map(([process, text]) => `\`${text}\` (${process})`).join(', ')}.`;
}

const readBy = (processes: readonly string[]): string =>
  processes.length === PROCESSES.length ? 'Read by all.' : `Read by ${processes.join(', ')}.`;
