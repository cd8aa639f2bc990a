export { CliConfig } from './cli.config.js';
