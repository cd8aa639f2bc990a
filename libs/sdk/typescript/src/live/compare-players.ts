/** The order of two ids by their UTF-8 bytes, which is that of their code points: what breaks ties between equal ranks. */
export function comparePlayers(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (one !== other) return placeOf(one) - placeOf(other);
  }
  return left.length - right.length;
}

/** Surrogates stand for code points behind all others, yet their own numbers lie before those of U+E000 and up. */
const placeOf = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
