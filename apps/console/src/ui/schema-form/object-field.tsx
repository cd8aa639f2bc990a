import { Button, Fieldset, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type Json, type JsonSchema, isObject, referenceOf } from './json-schema.js';
import { labelOf, pointerTo } from './labels.js';
import { choicesOf, effectiveSchema } from './resolve-schema.js';
import { SchemaField } from './schema-field.js';
import { type FieldProps, type SchemaFormScope, useSchemaForm } from './schema-form.context.js';
import { fitted, isDecimal, isObjectSchema, seedOf, withMember } from './seed.js';
import { fieldId, useHelpAt, useProblemAt } from './use-field.js';

/** The members of an object: plain ones always, others where they are there or must be, and a way to add the rest. */
export function ObjectField(props: FieldProps) {
  const { pointer, label, required, onChange } = props;
  const { readOnly } = useSchemaForm();
  if (pointer === '' || label === '') return <Members {...props} />;
  return (
    <Fieldset
      id={fieldId(pointer)}
      legend={label}
      tabIndex={-1}
      pos="relative"
      px={{ base: 'xs', sm: 'md' }}
      style={{ minWidth: 0 }}
    >
      <Members {...props} />
      {!required && !readOnly && (
        <Button
          mt="xs"
          size="compact-xs"
          variant="subtle"
          color="red"
          leftSection={<IconX size={12} aria-hidden />}
          onClick={() => onChange(undefined)}
        >
          {`Remove ${label.toLowerCase()}`}
        </Button>
      )}
    </Fieldset>
  );
}

function Members({ schema, value, onChange, pointer }: FieldProps) {
  const scope = useSchemaForm();
  const error = useProblemAt(pointer);
  const help = useHelpAt(pointer);
  const { properties = {}, required = [] } = effectiveSchema(schema, value, scope.definitions);
  const members = Object.entries(properties).filter(([, member]) => Object.keys(member).length > 0);
  const valueOf = (name: string) => (isObject(value) ? value[name] : undefined);
  const isShown = ([name, member]: [string, JsonSchema]) =>
    required.includes(name) || valueOf(name) !== undefined || isPlain(member, scope);
  const set = (name: string, member: JsonSchema, next: Json | undefined) => {
    const changed = withMember(value, name, next);
    // What else there is may depend on it.
    onChange(member.enum ? fitted(changed, schema, scope) : changed);
  };
  return (
    <Stack gap="sm">
      {help && pointer !== '' && (
        <Text size="xs" c="dimmed">
          {help}
        </Text>
      )}
      {error && (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {members.filter(isShown).map(([name, member]) => (
          <div key={name} style={isPlain(member, scope) ? {} : { gridColumn: '1 / -1', minWidth: 0 }}>
            <SchemaField
              schema={member}
              value={valueOf(name)}
              onChange={(next) => set(name, member, next)}
              pointer={pointerTo(pointer, name)}
              name={name}
              label={labelOf(name, scope.labels)}
              required={required.includes(name)}
            />
          </div>
        ))}
      </SimpleGrid>
      {!scope.readOnly && (
        <Group gap="xs">
          {members
            .filter((entry) => !isShown(entry))
            .map(([name, member]) => (
              <Button
                key={name}
                size="compact-sm"
                variant="light"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => set(name, member, seedOf(member, scope))}
              >
                {labelOf(name, scope.labels)}
              </Button>
            ))}
        </Group>
      )}
    </Stack>
  );
}

/** Whether a member is one input, which can be left empty. */
function isPlain(schema: JsonSchema, { definitions, widgets }: SchemaFormScope): boolean {
  if (widgets[referenceOf(schema) ?? '']) return false;
  if (isDecimal(schema)) return true;
  if (choicesOf(schema, definitions).length > 0) return false;
  const effective = effectiveSchema(schema, undefined, definitions);
  return !isObjectSchema(effective) && effective.type !== 'array';
}
