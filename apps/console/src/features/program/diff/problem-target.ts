import { type Kind, kindByCollection } from '../kinds.js';
import { type Program, resourcesOf } from '../program.js';

export interface ProblemTarget {
  readonly kind: Kind;
  readonly key: string;
  /** Pointer into the resource. */
  readonly rest: string;
}

/** The resource that a problem of a program is in: `/rules/3/then/0` leads to a rule by its key. */
export function problemTarget(program: Program, path: string): ProblemTarget | undefined {
  const [, collection = '', index = '', ...rest] = path.split('/');
  const kind = kindByCollection(collection);
  const resource = kind && resourcesOf(program, kind)[Number(index)];
  return kind && resource ? { kind, key: resource.key, rest: rest.map((part) => `/${part}`).join('') } : undefined;
}
