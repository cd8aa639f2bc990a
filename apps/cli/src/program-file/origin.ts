import { createHash } from 'node:crypto';

/** What a file remembers of the draft that it was last the same as. */
export interface Origin {
  readonly workspace: string;
  readonly revision: string;
  /** Fingerprint of the program then: tells whether the file was edited since. */
  readonly content: string;
}

/** How a program is written down. */
export type ProgramFormat = 'yaml' | 'json';

const YAML_LINE = /^# laurel: workspace=(\S+) revision=(\S+) content=(\S+)[^\r\n]*$/m;
const YAML_NOTE = '(kept by pull, push and publish)';

/** The member of a JSON file that holds its origin. It is no part of the program. */
export const JSON_MEMBER = '$laurel';
const JSON_ORIGIN = /"\$laurel"\s*:\s*(\{[^{}]*\})/;

/** @returns undefined where a file has none, or none that can be read */
export function readOrigin(text: string, format: ProgramFormat): Origin | undefined {
  if (format === 'yaml') {
    const [, workspace = '', revision = '', content = ''] = YAML_LINE.exec(text) ?? [];
    return workspace === '' ? undefined : { workspace, revision, content };
  }
  const { workspace, revision, content } = jsonOrigin(text);
  const isWhole = [workspace, revision, content].every((each) => typeof each === 'string');
  return isWhole ? ({ workspace, revision, content } as Origin) : undefined;
}

function jsonOrigin(text: string): Partial<Record<keyof Origin, unknown>> {
  try {
    return Object(JSON.parse(JSON_ORIGIN.exec(text)?.[1] ?? '{}')) as Partial<Record<keyof Origin, unknown>>;
  } catch {
    return {};
  }
}

/** The text with this origin in the place of the one that it has, or at its head; all else stays as it is. */
export function writeOrigin(text: string, format: ProgramFormat, origin: Origin): string {
  const { workspace, revision, content } = origin;
  if (format === 'yaml') {
    const line = `# laurel: workspace=${workspace} revision=${revision} content=${content} ${YAML_NOTE}`;
    return YAML_LINE.test(text) ? text.replace(YAML_LINE, () => line) : `${line}\n${text}`;
  }
  const member = `"${JSON_MEMBER}": ${JSON.stringify({ workspace, revision, content })}`;
  if (JSON_ORIGIN.test(text)) return text.replace(JSON_ORIGIN, () => member);
  return text.replace(/\{(?=\s*(\}?))/, (_, end: string) => `{\n  ${member}${end === '' ? ',' : ''}`);
}

/** The same for programs that are the same, whatever the order of their members. */
export const fingerprint = (program: unknown): string =>
  createHash('sha256').update(canonical(program)).digest('hex').slice(0, 16);

/** Whether two programs say the same. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** JSON with the members of objects in the order of their names. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
