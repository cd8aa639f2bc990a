import type { AttributeValue } from '@laurel/kernel';

/** What the owner of a player says of it; what is not known is absent. */
export interface Profile {
  readonly name?: string;
  readonly avatarUrl?: string;
  /** IANA name. */
  readonly timeZone?: string;
  /** By key; never empty. */
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
}

/** Only own members count: an attribute may be called `constructor`. */
export const attributeOf = (profile: Profile | undefined, key: string): AttributeValue | undefined =>
  profile?.attributes && Object.hasOwn(profile.attributes, key) ? profile.attributes[key] : undefined;

/** A change of a profile: what it does not name stays under `merge`, and goes under `replace`. Null takes away. */
export interface ProfileChange {
  readonly mode: 'replace' | 'merge';
  readonly name?: string | null;
  readonly avatarUrl?: string | null;
  readonly timeZone?: string | null;
  readonly attributes?: Readonly<Record<string, AttributeValue | null>> | null;
}

/** Attributes that a player has at most. */
export const MAX_ATTRIBUTES = 64;

/** @returns the profile after a change; undefined where the player would have too many attributes */
export function changeProfile(before: Profile, change: ProfileChange): Profile | undefined {
  const kept: Profile = change.mode === 'merge' ? before : {};
  const attributes = changeAttributes(kept.attributes ?? {}, change.attributes);
  if (Object.keys(attributes).length > MAX_ATTRIBUTES) return undefined;
  return {
    ...member('name', kept.name, change.name),
    ...member('avatarUrl', kept.avatarUrl, change.avatarUrl),
    ...member('timeZone', kept.timeZone, change.timeZone),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  };
}

/** One member of a profile, which is absent rather than undefined: stored documents have no undefined members. */
function member<K extends string>(
  key: K,
  before: string | undefined,
  change: string | null | undefined,
): { readonly [key in K]?: string } {
  const value = change === undefined ? before : change;
  return value === undefined || value === null ? {} : ({ [key]: value } as { readonly [key in K]: string });
}

function changeAttributes(
  before: Readonly<Record<string, AttributeValue>>,
  changes: ProfileChange['attributes'],
): Record<string, AttributeValue> {
  if (changes === null) return {};
  const attributes = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(changes ?? {})) {
    if (value === null) attributes.delete(key);
    else attributes.set(key, value);
  }
  return Object.fromEntries(attributes);
}
