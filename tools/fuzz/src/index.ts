export { parseFuzzOptions } from './options.ts';
export type { FuzzOptions } from './options.ts';
