import { EMPTY_PROGRAM, type ProgramDocument } from './program.js';
import { RESOURCE_KINDS, type ResourceKind, putResource, removeResource, resourcesOf } from './resource-kinds.js';
import { validateResource } from './validate-program.js';

const [STATS] = RESOURCE_KINDS as readonly [ResourceKind];
const stat = (key: string, aggregation = 'sum') => ({ key, aggregation });
const program = (...keys: string[]): ProgramDocument =>
  ({ ...EMPTY_PROGRAM, stats: keys.map((key) => stat(key)) }) as ProgramDocument;
const keysOf = (document: ProgramDocument) => resourcesOf(document, STATS).map(({ key }) => key);

describe.each(RESOURCE_KINDS.map((kind) => [kind.path, kind] as const))('a resource of %s', (_, kind) => {
  it('is valid as the example shows it', () => {
    expect(validateResource(kind, kind.example)).toEqual({ ok: true, value: kind.example });
  });

  it('is refused with pointers into itself', () => {
    const refused = validateResource(kind, { ...kind.example, key: 'No Key', colour: 'red' });

    expect(refused).toMatchObject({ ok: false, error: { code: 'releases.invalid_resource' } });
    expect(!refused.ok && refused.error.errors?.map(({ path, rule }) => `${path} ${rule}`).sort()).toEqual([
      '/colour unknown',
      '/key pattern',
    ]);
  });

  it.each([[null], [[]], ['text'], [undefined]])('is not %j', (body) => {
    expect(validateResource(kind, body)).toMatchObject({ ok: false, error: { errors: [{ path: '' }] } });
  });

  it('is refused when it is nested without bound', () => {
    const nested = Array.from({ length: 100_000 }).reduce<unknown>((inner) => ({ not: inner }), {});

    expect(validateResource(kind, { ...kind.example, when: nested })).toMatchObject({
      ok: false,
      error: { errors: [{ rule: 'depth' }] },
    });
  });
});

describe('the order of a program', () => {
  it('stays when a resource is replaced', () => {
    const after = putResource(program('a', 'b', 'c'), STATS, stat('b', 'max'));

    expect(resourcesOf(after, STATS)).toEqual([stat('a'), stat('b', 'max'), stat('c')]);
  });

  it('has new resources at its end', () => {
    expect(keysOf(putResource(program('b'), STATS, stat('a')))).toEqual(['b', 'a']);
  });

  it('stays when a resource is removed', () => {
    expect(keysOf(removeResource(program('c', 'a', 'b'), STATS, 'a'))).toEqual(['c', 'b']);
  });
});
