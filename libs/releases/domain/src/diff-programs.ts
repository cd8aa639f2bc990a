import { type Consequence, consequencesOf } from './consequences.js';
import { type FieldChange, diffValues } from './diff-values.js';
import type { ReleasedProgram } from './program.js';
import { toProgramDocument } from './release-program.js';
import { RESOURCE_KINDS, type Resource, type ResourceKind, resourcesOf } from './resource-kinds.js';

/** What is different in the resources of one kind. */
export interface KindDiff {
  /** As in the address: `stats`. */
  readonly kind: string;
  /** Those that only the second program has, whole. */
  readonly added: readonly Resource[];
  /** Those that only the first program has, whole. */
  readonly removed: readonly Resource[];
  readonly changed: readonly { readonly key: string; readonly fields: readonly FieldChange[] }[];
  /** Whether those that both have stand in another order: rules act in theirs. */
  readonly reordered: boolean;
}

/** How one program differs from another, and what that does to what players have. */
export interface ProgramDiff {
  /** Only the kinds that differ. */
  readonly kinds: readonly KindDiff[];
  readonly consequences: readonly Consequence[];
}

/**
 * Compares two programs as released: with every default written out, so that writing one out is no difference.
 *
 * @param now milliseconds since the epoch; says which windows are running
 */
export function diffPrograms(before: ReleasedProgram, after: ReleasedProgram, now: number): ProgramDiff {
  const [first, second] = [toProgramDocument(before), toProgramDocument(after)];
  const kinds = RESOURCE_KINDS.map((kind) => diffKind(kind, resourcesOf(first, kind), resourcesOf(second, kind)));
  return {
    kinds: kinds.filter(
      ({ added, removed, changed, reordered }) => added.length + removed.length + changed.length > 0 || reordered,
    ),
    consequences: consequencesOf(before, after, now),
  };
}

function diffKind({ path }: ResourceKind, before: readonly Resource[], after: readonly Resource[]): KindDiff {
  const [first, second] = [byKey(before), byKey(after)];
  const kept = after.filter(({ key }) => first.has(key));
  const keptBefore = before.filter(({ key }) => second.has(key));
  return {
    kind: path,
    added: after.filter(({ key }) => !first.has(key)),
    removed: before.filter(({ key }) => !second.has(key)),
    changed: kept.flatMap((resource) => {
      const fields = diffValues(first.get(resource.key), resource);
      return fields.length > 0 ? [{ key: resource.key, fields }] : [];
    }),
    reordered: kept.some(({ key }, index) => key !== keptBefore[index]?.key),
  };
}

const byKey = (resources: readonly Resource[]): ReadonlyMap<string, Resource> =>
  new Map(resources.map((resource) => [resource.key, resource]));
