import { validateSync } from 'class-validator';
import { variablesOf } from './walk-config.js';
import type { ConfigClass } from './walk-config.js';

/** One row of the configuration reference. */
export interface ConfigRow {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** As it would be written in the environment; `''` when the variable is required or optional without a value. */
  readonly defaultText: string;
  readonly example: string;
  readonly secret: boolean;
}

/** What a config class reads, for `docs/configuration.md` and `.env.example`. Needs no environment. */
export function describeConfig<T extends object>(Class: ConfigClass<T>): ConfigRow[] {
  const defaults = new Class();
  return variablesOf(defaults).map(({ owner, binding }) => {
    const defaultText = textOf(Reflect.get(owner, binding.property));
    const refused = validateSync(owner, { forbidUnknownValues: false }).some(
      ({ property }) => property === binding.property,
    );
    return {
      name: binding.name,
      description: binding.description,
      required: refused,
      defaultText,
      example: binding.example ?? '',
      secret: binding.secret ?? false,
    };
  });
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return String(value);
    default:
      return Array.isArray(value) ? value.join(',') : '';
  }
}
