import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

const ROOT = join(__dirname, '../../../..');

export const pathInRepository = (file: string): string => join(ROOT, file);

export const isInRepository = (file: string): boolean => existsSync(pathInRepository(file));

export const readText = (file: string): string => readFileSync(pathInRepository(file), 'utf8');

export const readJson = <T>(file: string): T => JSON.parse(readText(file)) as T;

/** One YAML document; merge keys (`<<`) are resolved. */
export const readYaml = <T>(file: string): T => parse(readText(file), { merge: true }) as T;

/** Every document of a YAML file. */
export const readYamls = <T>(file: string): T[] =>
  parseAllDocuments(readText(file)).map((document) => document.toJS() as T);

/** What the repository says of itself, once: deployments follow it. */
export const manifest = readJson<{
  readonly version: string;
  readonly workspaces: readonly string[];
  readonly devDependencies: Readonly<Record<string, string>>;
}>('package.json');
