import { runCli } from './run-cli.js';

// Whoever reads along may have seen enough, as `head` has.
process.stdout.on('error', () => process.exit());

void runCli(process.argv.slice(2), { out: process.stdout, err: process.stderr }).then((code) => process.exit(code));
