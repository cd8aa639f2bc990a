/** A node of the library's syntax tree. */
export interface Node {
  readonly op: string;
  readonly args: unknown;
  readonly range?: { readonly start: number };
}

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'op' in value;
