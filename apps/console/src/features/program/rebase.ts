import { KINDS, type Kind } from './kinds.js';
import { type Program, type Resource, findResource, isSame, resourcesOf } from './program.js';

/** A draft brought onto another release. */
export interface Rebased {
  readonly program: Program;
  /** What both changed, as `rules/win`: the draft's word stands. */
  readonly contested: readonly string[];
}

/**
 * A draft's own changes, made to what was published since it was begun.
 *
 * @param base the release that the draft was begun from
 * @param mine the draft
 * @param latest the release that is in force
 */
export function rebased(base: Program, mine: Program, latest: Program): Rebased {
  const kinds = KINDS.map((kind) => rebasedKind(kind, base, mine, latest));
  return {
    program: Object.fromEntries(
      KINDS.flatMap((kind, index) => {
        const resources = kinds[index]?.resources ?? [];
        // A program that declares no currencies differs from one that declares none of them: nothing is added.
        return resources.length > 0 || latest[kind.collection] || mine[kind.collection]
          ? [[kind.collection, resources]]
          : [];
      }),
    ),
    contested: kinds.flatMap(({ contested }) => contested),
  };
}

function rebasedKind(kind: Kind, base: Program, mine: Program, latest: Program) {
  const keys = [...new Set([...resourcesOf(latest, kind), ...resourcesOf(mine, kind)].map(({ key }) => key))];
  const contested: string[] = [];
  const resources = keys.flatMap((key): Resource[] => {
    const [before, own, theirs] = [base, mine, latest].map((program) => findResource(program, kind, key));
    if (isSame(own, before)) return theirs ? [theirs] : [];
    if (!isSame(theirs, before) && !isSame(theirs, own)) contested.push(`${kind.path}/${key}`);
    return own ? [own] : [];
  });
  return { resources, contested };
}
