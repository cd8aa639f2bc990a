/**
 * Joins the parts of a composite id. Ids of customers may not hold control characters (the gateways refuse them), so no two
 * different lists of parts give the same id.
 */
export const SEPARATOR = '\u001f';

export const joinId = (...parts: readonly string[]): string => parts.join(SEPARATOR);
