/** A member's name as people read it: `firstPlayers` is “First players”. */
export function labelOf(name: string, labels: Readonly<Record<string, string>> = {}): string {
  const given = labels[name];
  if (given !== undefined) return given;
  const words = name
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/([a-z\d])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What one of a list is called, such as “Tier 2”: by the label `#tiers`, or else by the list's. */
export const itemLabel = (
  name: string,
  list: string,
  index: number,
  labels: Readonly<Record<string, string>>,
): string => `${labels[`#${name}`] ?? list} ${index + 1}`;

/** What adds to a list is called. */
export function addLabel(name: string, list: string, labels: Readonly<Record<string, string>>): string {
  const item = labels[`#${name}`];
  return item === undefined ? `Add to ${list.toLowerCase()}` : `Add ${item.toLowerCase()}`;
}

/** What an option of an enumeration is called: by the label `=desc`, or else as it is read. */
export const optionLabel = (option: string, labels: Readonly<Record<string, string>>): string =>
  labels[`=${option}`] ?? labelOf(option);

/** A JSON pointer with one more part. */
export const pointerTo = (pointer: string, part: string | number): string =>
  `${pointer}/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A pointer without positions in lists: what help is found by. `/limits/0/per` is `/limits/per`, `/limits/0` is `/limits/*`. */
export const withoutPositions = (pointer: string): string =>
  pointer.replaceAll(/\/\d+(?=\/)/g, '').replace(/\/\d+$/, '/*');
