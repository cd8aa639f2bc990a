import type { FieldProblem } from '@laurel/kernel';
import { MAX_CHAIN_DEPTH } from '@laurel/rules-domain';
import type { ProgramDocument } from './program.js';

/** Loops that are listed at most: more of them tell nothing new. */
const MAX_LOOPS = 10;

/** An event of one type may lead to one of another: by which effect. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

/**
 * Emitted events that would never end, or lead too far. Every rule counts as if it matched: whether a condition ever holds can't
 * be known.
 */
export function checkChains({ rules }: ProgramDocument): FieldProblem[] {
  let edges = edgesOf(rules);
  const problems: FieldProblem[] = [];
  for (;;) {
    const { ways, left } = walk(edges);
    const loop = loopIn(left);
    if (!loop) return [...problems, ...tooDeep(edges, ways)];
    const [last] = loop.slice(-1);
    const types = [loop[0]?.from, ...loop.map(({ to }) => to)].join(' → ');
    const message = `emitted events would never end: ${types}`;
    problems.push({ path: last?.path ?? '/rules', rule: 'loop', message });
    if (problems.length === MAX_LOOPS) return problems;
    edges = edges.filter((edge) => edge !== last);
  }
}

/** One for each pair of types: the first effect that leads from one to the other. */
function edgesOf(rules: ProgramDocument['rules']): Edge[] {
  const edges = new Map<string, Edge>();
  for (const [index, { on, then }] of rules.entries()) {
    for (const [place, effect] of then.entries()) {
      if (effect.effect !== 'emit') continue;
      for (const from of on) {
        const id = `${from} ${effect.type}`;
        const path = `/rules/${index}/then/${place}/type`;
        if (!edges.has(id)) edges.set(id, { from, to: effect.type, path });
      }
    }
  }
  return [...edges.values()];
}

interface Walked {
  /** The longest way to each type that was reached, as its last edge. */
  readonly ways: ReadonlyMap<string, Way>;
  /** The edges into types that were not: they are in loops, or behind one. */
  readonly left: readonly Edge[];
}

interface Way {
  readonly edge: Edge;
  readonly length: number;
}

/** Goes from the types that nothing emits along the edges; a type is reached when all that lead to it are. */
function walk(edges: readonly Edge[]): Walked {
  const outgoing = new Map<string, Edge[]>();
  const missing = new Map<string, number>();
  for (const edge of edges) {
    const { from, to } = edge;
    missing.set(to, (missing.get(to) ?? 0) + 1);
    const others = outgoing.get(from);
    if (others) others.push(edge);
    else outgoing.set(from, [edge]);
  }
  const ways = new Map<string, Way>();
  const reached = [...outgoing.keys()].filter((type) => !missing.has(type));
  for (const type of reached) {
    const length = (ways.get(type)?.length ?? 0) + 1;
    for (const edge of outgoing.get(type) ?? []) {
      if (length > (ways.get(edge.to)?.length ?? 0)) ways.set(edge.to, { edge, length });
      const open = (missing.get(edge.to) ?? 0) - 1;
      missing.set(edge.to, open);
      if (open === 0) reached.push(edge.to);
    }
  }
  return { ways, left: edges.filter(({ from, to }) => (missing.get(from) ?? 0) > 0 && (missing.get(to) ?? 0) > 0) };
}

/** One loop among edges into types of which each has another one behind it. */
function loopIn(edges: readonly Edge[]): Edge[] | undefined {
  const [start] = edges;
  if (!start) return undefined;
  const incoming = new Map(edges.map((edge) => [edge.to, edge]));
  const back: Edge[] = [];
  const places = new Map<string, number>();
  for (let edge = incoming.get(start.from); edge; edge = incoming.get(edge.from)) {
    const place = places.get(edge.to);
    if (place !== undefined) return back.slice(place).reverse();
    places.set(edge.to, back.length);
    back.push(edge);
  }
  return undefined;
}

function tooDeep(edges: readonly Edge[], ways: ReadonlyMap<string, Way>): FieldProblem[] {
  return edges.flatMap((edge) => {
    // Where the way goes on from here, it is too long already.
    if ((ways.get(edge.from)?.length ?? 0) !== MAX_CHAIN_DEPTH) return [];
    const types = [edge.to];
    for (let at: Edge | undefined = edge; at; at = ways.get(at.from)?.edge) types.unshift(at.from);
    const message = `emitted events follow from each other at most ${MAX_CHAIN_DEPTH} times: ${types.join(' → ')}`;
    return [{ path: edge.path, rule: 'depth', message }];
  });
}
