import 'reflect-metadata';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { ConfigError } from './config-error.js';
import type { ConfigProblem } from './config-error.js';
import { bindingsOf, sectionsOf } from './env.decorator.js';
import type { EnvBinding, EnvFormat } from './env.decorator.js';
import { variablesOf } from './walk-config.js';
import type { ConfigClass } from './walk-config.js';

/** Variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a config class from the environment, once, and freezes it. An empty variable counts as absent.
 *
 * @throws ConfigError listing every missing or refused variable, by name and rule, never by value
 */
export function loadConfig<T extends object>(Class: ConfigClass<T>, env: Environment = process.env): T {
  const config = new Class();
  for (const { owner, binding } of variablesOf(config)) {
    const text = env[binding.name];
    if (text !== undefined && text !== '') {
      Reflect.set(owner, binding.property, parse(text, binding.as ?? 'text'));
    }
  }
  const problems = validateSync(config, { forbidUnknownValues: false }).flatMap((error) =>
    problemsOf(error, config, env),
  );
  if (problems.length > 0) {
    throw new ConfigError(problems, unknownNames(Class, env));
  }
  return freeze(config);
}

/**
 * `LAUREL_*` variables that this config does not read: a misspelling, or a setting of another service that shares the
 * environment (so not an error by itself).
 */
export function unknownNames<T extends object>(Class: ConfigClass<T>, env: Environment = process.env): string[] {
  const known = new Set(variablesOf(new Class()).map(({ binding }) => binding.name));
  return Object.keys(env).filter((name) => name.startsWith('LAUREL_') && !known.has(name));
}

function parse(text: string, format: EnvFormat): unknown {
  switch (format) {
    case 'text':
      return text;
    case 'integer':
      return /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    case 'list':
      return text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
    case 'pem':
      return text.replaceAll('\\n', '\n');
  }
}

function problemsOf(error: ValidationError, owner: object, env: Environment): ConfigProblem[] {
  if (error.children && error.children.length > 0) {
    const section: unknown = Reflect.get(owner, error.property);
    return error.children.flatMap((child) => problemsOf(child, Object(section) as object, env));
  }
  const binding = bindingsOf(owner).find(({ property }) => property === error.property);
  const name = binding?.name ?? error.property;
  if (!env[name]) {
    return [{ name, rule: 'is required' }];
  }
  return Object.values(error.constraints ?? {}).map((message) => ({ name, rule: ruleOf(message, binding) }));
}

/** class-validator names the property in its sentence; the reader knows only the variable. */
function ruleOf(message: string, binding: EnvBinding | undefined): string {
  return binding
    ? message.replace(`each value in ${binding.property} `, 'each value ').replace(`${binding.property} `, '')
    : message;
}

function freeze<T extends object>(config: T): T {
  for (const property of sectionsOf(config)) {
    freeze(Object(Reflect.get(config, property)) as object);
  }
  return Object.freeze(config);
}
