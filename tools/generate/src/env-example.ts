import { type Variable, commonDefault, variables } from './variables.ts';

const INTRODUCTION = `# Generated from the config classes of the processes; edit those. Explained in docs/configuration.md.
# \`npm start\` needs none of it: it finds or starts the servers and sets these itself.
`;

/** \`.env.example\`: required variables with an example, the others commented out with their defaults. */
export const envExample = (): string => [INTRODUCTION, ...variables().map(entry)].join('\n');

function entry(variable: Variable): string {
  const lines = [`# ${variable.description}`, assignment(variable)];
  return `${lines.join('\n')}\n`;
}

function assignment(variable: Variable): string {
  const { name, required, example, readers } = variable;
  if (required) return `${name}=${example.includes(' ') ? `"${example}"` : example}`;
  const common = commonDefault(variable);
  if (common !== undefined) return `# ${name}=${common}`;
  return [...readers].map(([process, text]) => `# ${name}=${text}  # ${process}`).join('\n');
}
