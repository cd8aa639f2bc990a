import { readYaml, readYamls } from './repository.js';

/** An object of the Kubernetes API, or a patch of one. */
export type Manifest = { readonly kind: string; readonly metadata: { readonly name: string } } & Readonly<
  Record<string, unknown>
>;

export interface Kustomization {
  readonly resources: readonly string[];
  readonly patches: readonly { readonly path: string; readonly target: { readonly kind: string } }[];
  readonly images: readonly { readonly name: string; readonly newTag: string }[];
  readonly configMapGenerator: readonly { readonly name: string; readonly literals: readonly string[] }[];
}

export const readKustomization = (folder: string): Kustomization => readYaml(`${folder}/kustomization.yaml`);

/** What `kubectl kustomize` makes of the base, as far as the base uses it: patches, images, generated maps. */
export function build(folder: string): Manifest[] {
  const { resources, patches, images, configMapGenerator } = readKustomization(folder);
  const patched = resources
    .flatMap((file) => readYamls<Manifest>(`${folder}/${file}`))
    .map((manifest) =>
      patches
        .filter(({ target }) => new RegExp(`^(?:${target.kind})$`).test(manifest.kind))
        .map(({ path }) => readYaml<Manifest>(`${folder}/${path}`))
        .reduce<Manifest>((merged, { spec }) => merge(merged, { spec }) as Manifest, manifest),
    );
  const tagged = images.reduce(
    (objects, { name, newTag }) => replaceStrings(objects, name, `${name}:${newTag}`),
    patched as unknown,
  ) as Manifest[];
  const maps = configMapGenerator.map(({ name, literals }) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
    data: Object.fromEntries(literals.map((literal) => splitOnce(literal, '='))),
  }));
  return [...tagged, ...maps];
}

/** A strategic merge: objects by key, lists of named things by name, all else replaced. */
function merge(base: unknown, patch: unknown): unknown {
  if (isNamedList(base) && isNamedList(patch))
    return base.map((item) => merge(item, patch.find(({ name }) => name === item.name) ?? {}));
  if (!isObject(base) || !isObject(patch)) return patch ?? base;
  const keys = new Set([...Object.keys(base), ...Object.keys(patch)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(base[key], patch[key])]));
}

/** Puts the image's tag where its bare name is an `image`. */
function replaceStrings(node: unknown, image: string, tagged: string): unknown {
  if (Array.isArray(node)) return node.map((item) => replaceStrings(item, image, tagged));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === 'image' && value === image ? tagged : replaceStrings(value, image, tagged),
    ]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNamedList = (value: unknown): value is { readonly name: string }[] =>
  Array.isArray(value) && value.every((item) => isObject(item) && typeof item['name'] === 'string');

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}
