import { getRouteApi, notFound } from '@tanstack/react-router';
import { type JsonObject, isObject, seedOf } from '../../../ui/schema-form/index.js';
import { Loaded } from '../../../ui/loaded.js';
import { type Kind, kindByPath } from '../kinds.js';
import { type Design, useDesign, useDraft } from '../program.queries.js';
import { ResourceEditor } from './resource-editor.js';
import { definitionsOf, schemaOf, seedsOf } from './resource-form.js';

const existing = getRouteApi('/frame/program/$kind/$key');
const created = getRouteApi('/frame/program/new/$kind');

/** One resource of the draft. */
export function ResourcePage() {
  const { kind: path, key } = existing.useParams();
  return <Editor key={`${path}/${key}`} kind={kindOf(path)} resource={key} />;
}

/** A resource that is to be. */
export function NewResourcePage() {
  const { kind: path } = created.useParams();
  return <Editor key={path} kind={kindOf(path)} resource={undefined} />;
}

function kindOf(path: string): Kind {
  const kind = kindByPath(path);
  if (!kind) throw notFound();
  return kind;
}

function Editor({ kind, resource }: { readonly kind: Kind; readonly resource: string | undefined }) {
  const draft = useDraft();
  const design = useDesign();
  return (
    <Loaded query={design}>
      {(loaded) => (
        <Loaded query={draft}>
          {(data) => (
            <ResourceEditor
              kind={kind}
              name={resource}
              design={loaded}
              draft={data}
              initial={initialOf(loaded, kind)}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** With what a new one begins. */
function initialOf(design: Design, kind: Kind): JsonObject {
  const seed = seedOf(schemaOf(design, kind), { definitions: definitionsOf(design), seeds: seedsOf(design) });
  const initial = isObject(seed) ? seed : {};
  // Once is no boost.
  return kind.path === 'boosts' ? { ...initial, multiplier: 20_000 } : initial;
}
