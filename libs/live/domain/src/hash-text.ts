/**
 * 32 bits that depend on every character: FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/), stirred by
 * the last step of MurmurHash3, without which its upper bits hardly differ between similar texts.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Whether something is in a sample of this share, by its id: in every process alike, and a larger sample holds the smaller one. */
export const isInSample = (id: string, share: number): boolean => hashText(id) < share * 2 ** 32;
