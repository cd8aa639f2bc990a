import { Command } from 'commander';
import { withKey } from '../gateways/client-options.js';
import { positive } from './arguments.js';
import type { CommandContext } from './command-context.js';
import type { DiffOptions } from './program/diff.js';
import type { PublishOptions } from './program/publish.js';
import type { PullOptions } from './program/pull.js';
import type { PushOptions } from './program/push.js';

const DEFAULT_FILE = 'program.yaml';

const PULL_HELP = `
The file is YAML or JSON, by its ending; - writes YAML to standard output (with --json: JSON). Into a YAML file that is there,
pull writes what differs: comments and the order of names stay, except of what is gone. A file that was edited since it was
pulled or pushed is left alone.

The file remembers which draft it was made from, in a comment of YAML, in a member "$laurel" of JSON: push needs that.

Examples:
  npm run laurel -- pull
  npm run laurel -- pull --release 4 --file before.yaml
  npm run -s laurel -- pull --file - --json | jq .rules`;

const DIFF_HELP = `
Shows what pushing the file would change in the draft (or how it differs from a release), and what publishing it would do to
what players have.

Examples:
  npm run laurel -- diff
  npm run -s laurel -- diff --release 4 --json

Exit codes: 0 nothing differs, 1 something does or the file holds problems, 2 used wrongly or the gateway is not there.`;

const PUSH_HELP = `
A draft decides nothing until it is published. It is replaced only if it is the one that the file was made from; otherwise
somebody else wrote or published meanwhile, and --force replaces what they wrote.

Examples:
  npm run laurel -- push
  cat program.yaml | npm run -s laurel -- push --file - --if-match release-4

Exit codes: 0 the draft is the file, 1 refused, 2 used wrongly or the gateway is not there.`;

const PUBLISH_HELP = `
Checks the file, shows what publishing it changes, pushes it, and publishes the draft. Where something ends, begins anew or
stands still, that takes --yes. If the latest release is the same, nothing is published. What others wrote meanwhile is left as with push.

Examples:
  npm run laurel -- publish --note "a win is worth 4"
  npm run -s laurel -- publish --force --yes --json      # the file is the truth, as in a pipeline

Exit codes: 0 it is published, or was already, 1 refused or not confirmed, 2 used wrongly or the gateway is not there.`;

/** The whole program of a workspace as one file, over the admin gateway's public API. */
export const programCommands = (context: CommandContext): Command[] => [
  programCommand('pull', "write the workspace's draft, or a release, into a file", PULL_HELP)
    .option('--release <number>', 'instead of the draft: this release', positive)
    .option('--force', 'overwrite a file that was edited')
    .action(async (options: PullOptions) => (await import('./program/pull.js')).pull(context, options)),
  programCommand('diff', 'show how a file differs from the draft, and what would follow', DIFF_HELP)
    .option('--release <number>', 'instead of the draft: this release', positive)
    .action(async (options: DiffOptions) => (await import('./program/diff.js')).diff(context, options)),
  writing(programCommand('push', 'make a file the draft', PUSH_HELP)).action(async (options: PushOptions) =>
    (await import('./program/push.js')).push(context, options),
  ),
  writing(programCommand('publish', 'make a file the next release', PUBLISH_HELP))
    .option('--note <text>', 'what changed, for people', '')
    .option('--yes', 'also if something ends, begins anew or stands still')
    .action(async (options: PublishOptions) => (await import('./program/publish.js')).publish(context, options)),
];

const programCommand = (name: string, description: string, help: string): Command =>
  withKey(
    new Command(name)
      .description(description)
      .option('--file <path>', 'the file, .yaml or .json; - for standard input or output', DEFAULT_FILE)
      .option('--api <url>', 'address of the admin gateway; otherwise LAUREL_ADMIN_URL, or that of "npm start"')
      .option('--json', 'what was done as JSON, for a machine'),
  ).addHelpText('after', help);

const writing = (command: Command): Command =>
  command
    .option('--if-match <revision>', 'the draft to replace, instead of the one that the file remembers')
    .option('--force', 'replace the draft, whoever wrote it');
