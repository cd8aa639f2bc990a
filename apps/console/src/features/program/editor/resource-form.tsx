import { useMemo } from 'react';
import {
  type Definitions,
  type Json,
  type JsonObject,
  type JsonSchema,
  type PlacedProblem,
  SchemaForm,
} from '../../../ui/schema-form/index.js';
import type { Kind } from '../kinds.js';
import { type Program, suggestionsOf } from '../program.js';
import type { Design } from '../program.queries.js';
import { ConditionField, EffectField, exampleOf } from './catalog-fields.js';
import { CatalogContext } from './design.context.js';
import { CHOICE_LABELS, HELP, LABELS } from './form-texts.js';

export interface ResourceFormProps {
  readonly kind: Kind;
  readonly design: Design;
  /** The draft: what is offered while one types. */
  readonly program: Program;
  readonly value: JsonObject;
  readonly onChange: (value: JsonObject) => void;
  readonly problems: readonly PlacedProblem[];
  readonly isNew: boolean;
  readonly readOnly: boolean;
}

const WIDGETS = { condition: ConditionField, effect: EffectField };
const KEY = ['/key'];
const NOTHING: readonly string[] = [];

/** The form of any resource. It follows from the schema of its kind and the catalogue of rules. */
export function ResourceForm({ kind, design, program, value, onChange, problems, isNew, readOnly }: ResourceFormProps) {
  const suggestions = useMemo(() => suggestionsOf(program), [program]);
  const seeds = useMemo(() => seedsOf(design), [design]);
  return (
    <CatalogContext value={design.catalog}>
      <SchemaForm
        schema={schemaOf(design, kind)}
        definitions={definitionsOf(design)}
        seeds={seeds}
        value={value}
        onChange={onChange}
        problems={problems}
        suggestions={suggestions}
        labels={LABELS}
        choiceLabels={CHOICE_LABELS}
        help={HELP[kind.path]}
        widgets={WIDGETS}
        fixed={isNew ? NOTHING : KEY}
        readOnly={readOnly}
      />
    </CatalogContext>
  );
}

/** What the schema of a program refers to. */
export const definitionsOf = ({ schema }: Design): Definitions => schema.$defs ?? {};

/** The schema of one resource of a kind. */
export const schemaOf = ({ schema }: Design, { collection }: Kind): JsonSchema =>
  schema.properties?.[collection]?.items ?? {};

/** With what new conditions and effects begin: the catalogue's examples. */
export function seedsOf({ catalog }: Design): Readonly<Record<string, Json>> {
  const [condition, effect] = [
    catalog.conditions.find(({ code }) => code === 'property') ?? catalog.conditions[0],
    catalog.effects[0],
  ];
  return {
    ...(condition ? { condition: exampleOf(condition) } : {}),
    ...(effect ? { effect: exampleOf(effect) } : {}),
  };
}
