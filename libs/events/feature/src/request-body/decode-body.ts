import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type DomainError, type Result, err, ok } from '@laurel/kernel';
import { eventErrors } from '@laurel/events-domain';

/** Largest body, in bytes, as sent and as inflated: 1 MiB. */
export const MAX_BODY_BYTES = 1_048_576;

const NO_BYTES = Buffer.alloc(0);
const inflate = promisify(gunzip);

/**
 * The text of a body. A compressed one is inflated only up to the limit, so that a small body cannot fill the memory.
 *
 * @param encoding the `content-encoding` header
 */
export async function decodeBody(
  body: Buffer | undefined,
  encoding: string | undefined,
): Promise<Result<string, DomainError>> {
  switch (encoding?.toLowerCase() ?? 'identity') {
    case 'identity':
      return toText(body ?? NO_BYTES);
    case 'gzip':
    case 'x-gzip':
      return inflateBody(body ?? NO_BYTES);
    default:
      return err(eventErrors.unsupportedBody('Send the body as it is or with `content-encoding: gzip`.'));
  }
}

async function inflateBody(body: Buffer): Promise<Result<string, DomainError>> {
  try {
    return toText(await inflate(body, { maxOutputLength: MAX_BODY_BYTES }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return err(
      code === 'ERR_BUFFER_TOO_LARGE'
        ? eventErrors.tooLarge(`The body inflates to more than ${MAX_BODY_BYTES} bytes.`)
        : eventErrors.malformed('The body is not valid gzip.'),
    );
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function toText(bytes: Buffer): Result<string, DomainError> {
  try {
    return ok(utf8.decode(bytes));
  } catch {
    return err(eventErrors.malformed('The body is not valid UTF-8.'));
  }
}
