/** Longest `before` or `after` that is kept, in characters of JSON. */
const MAX_LENGTH = 16_384;

/** Names of properties whose values are secrets, whatever they look like. */
const SECRET_NAME = /secret|password|token$|hash$/i;
/** Keys of any kind, and JSON Web Tokens. */
const SECRET_TEXT = /lrl_[a-z]+_[a-z]{2}_[0-9a-f-]{36}_[0-9A-Za-z]+|eyJ[\w-]*\.[\w-]*\.[\w-]*/g;
const REDACTED = '[redacted]';

/**
 * A value as the audit log keeps it: JSON without secrets, by name and by look, since an entry outlives every key in it. One that
 * is too long is replaced by its length.
 */
export function recordable(value: unknown): string | undefined {
  const json = JSON.stringify(value, (name, part: unknown) => {
    if (typeof part === 'string') return SECRET_NAME.test(name) ? REDACTED : part.replaceAll(SECRET_TEXT, REDACTED);
    return part;
  }) as string | undefined;
  return json !== undefined && json.length > MAX_LENGTH ? JSON.stringify({ tooLong: json.length }) : json;
}
