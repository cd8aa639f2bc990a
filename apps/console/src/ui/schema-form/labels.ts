/** A member's name as people read it: `firstPlayers` is “First players”. */
export function labelOf(name: string, labels: Readonly<Record<string, string>> = {}): string {
  const given = labels[name];
  if (given !== undefined) return given;
  const words = name
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/([a-z\d])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A JSON pointer with one more part. */
export const pointerTo = (pointer: string, part: string | number): string =>
  `${pointer}/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A pointer without positions in lists: what help is found by. `/limits/0/per` is `/limits/per`. */
export const withoutPositions = (pointer: string): string => pointer.replaceAll(/\/\d+(?=\/|$)/g, '');
