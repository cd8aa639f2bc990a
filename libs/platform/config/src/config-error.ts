/** One variable that is missing or breaks a rule. Never holds its value: it may be a secret. */
export interface ConfigProblem {
  readonly name: string;
  readonly rule: string;
}

/** The environment cannot configure this process. Lists every problem at once, and `LAUREL_*` names nobody reads. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    readonly problems: readonly ConfigProblem[],
    readonly unknownNames: readonly string[],
  ) {
    super(
      [
        'The configuration is not usable:',
        ...problems.map(({ name, rule }) => `  ${name}: ${rule}`),
        ...unknownNames.map((name) => `  ${name}: is set but unknown here (a misspelling?)`),
      ].join('\n'),
    );
  }
}
