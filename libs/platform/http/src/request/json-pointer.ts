/** A name as a part of a JSON pointer (RFC 6901, 3). */
export const escapePointer = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');
