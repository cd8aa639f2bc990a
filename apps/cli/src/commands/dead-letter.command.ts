import { Command } from 'commander';
import type { CommandContext } from './command-context.js';
import { instant, position, positive, several } from './arguments.js';
import type { ListOptions } from './dead-letter/list-letters.js';
import type { ReplayOptions } from './dead-letter/replay-letters.js';
import type { ShowOptions } from './dead-letter/show-letter.js';

const LISTED = 50;

const LIST_EXAMPLES = `
Examples:
  npm run laurel -- dead-letter list
  npm run laurel -- dead-letter list --workspace demo/dev --from 2026-11-20
  npm run -s laurel -- dead-letter list --cause scoring.decision_failed --json`;

const REPLAY_EXAMPLES = `
Examples:
  npm run laurel -- dead-letter replay 3:1042 3:1043
  npm run laurel -- dead-letter replay --all-with-cause scoring.decision_failed --workspace demo/dev

Each message goes to the end of its own partition, under its own key. A failed event is decided again, once; one that was
processed meanwhile has no further effect. A message that this version still can't read is refused.
Exit codes: 0 all were produced, 1 some were refused or not found, 2 used wrongly or a server is not there.`;

/** Messages that could not be processed: look at them, and send them again. */
export function deadLetterCommand(context: CommandContext): Command {
  const command = new Command('dead-letter').description('messages that could not be processed: list, show, replay');
  command
    .command('list')
    .description('what was put aside and why, the latest first')
    .option('--workspace <name>', 'only of this workspace: <tenant>/<environment> or its id')
    .option('--cause <code>', 'only with this cause, such as scoring.undecodable')
    .option('--from <time>', 'put aside at this time or later', instant)
    .option('--to <time>', 'put aside before this time', instant)
    .option('--limit <number>', 'most letters to show', positive, LISTED)
    .option('--json', 'as JSON, for a machine')
    .addHelpText('after', LIST_EXAMPLES)
    .action(async (options: ListOptions) =>
      (await import('./dead-letter/list-letters.js')).listLetters(context, options),
    );
  command
    .command('show')
    .description('one letter with the message it holds')
    .argument('<partition:offset>', 'place of the message in the events topic', position)
    .option('--json', 'as JSON, for a machine')
    .addHelpText('after', '\nExample:\n  npm run laurel -- dead-letter show 3:1042')
    .action(async (at: string, options: ShowOptions) =>
      (await import('./dead-letter/show-letter.js')).showLetter(context, at, options),
    );
  command
    .command('replay')
    .description('produce messages to the events topic again')
    .argument('[partition:offset...]', 'places of the messages in the events topic', several(position))
    .option('--all-with-cause <code>', 'instead of places: all that have this cause')
    .option('--workspace <name>', 'of those, only of this workspace')
    .option('--from <time>', 'of those, put aside at this time or later', instant)
    .option('--to <time>', 'of those, put aside before this time', instant)
    .option('--json', 'as JSON, for a machine')
    .addHelpText('after', REPLAY_EXAMPLES)
    .action(async (at: readonly string[], options: ReplayOptions) =>
      (await import('./dead-letter/replay-letters.js')).replayLetters(context, at, options),
    );
  return command;
}
