import { decode } from './decode.step.js';

/** Why the pipeline can't read a message, as it would note with a dead letter; undefined when it can. */
export function whyUndecodable(value: Buffer): string | undefined {
  const [decoded] = decode([{ offset: 0, timestamp: 0, key: null, value }], 0);
  return decoded?.kind === 'poison' ? decoded.detail : undefined;
}
