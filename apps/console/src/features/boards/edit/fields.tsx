import { Autocomplete, MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useField } from './form.context.js';

interface FieldProps {
  /** JSON pointer into what is edited. */
  readonly at: string;
  readonly label: string;
  readonly description?: string;
}

/** Fields stand in rows: what explains one is below it, so that their boxes are in line. */
const ORDER: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export interface TextFieldProps extends FieldProps {
  readonly placeholder?: string;
  readonly type?: 'text' | 'time' | 'date';
  /** What is offered; anything else can be typed. */
  readonly suggestions?: readonly string[];
  readonly disabled?: boolean;
  /** It stays where it is empty: what it is part of would go with it. */
  readonly keepEmpty?: boolean;
}

/** A text; none where it is empty. */
export function TextField({ at, suggestions, type = 'text', keepEmpty = false, ...props }: TextFieldProps) {
  const { value, error, change } = useField(at);
  const put = (text: string): void => change(text === '' && !keepEmpty ? undefined : text);
  const field = { ...props, error, value: textOf(value), className: 'board-field', inputWrapperOrder: ORDER };
  return suggestions ? (
    <Autocomplete {...field} data={[...suggestions]} limit={50} onChange={put} />
  ) : (
    <TextInput {...field} type={type} onChange={(event) => put(event.currentTarget.value)} />
  );
}

/** A whole number; none where it is empty. */
export function NumberField({ at, ...props }: FieldProps & { readonly min?: number; readonly placeholder?: string }) {
  const { value, error, change } = useField(at);
  return (
    <NumberInput
      {...props}
      error={error}
      className="board-field"
      inputWrapperOrder={ORDER}
      allowDecimal={false}
      value={typeof value === 'number' ? value : ''}
      onChange={(number) => change(typeof number === 'number' ? number : undefined)}
    />
  );
}

export interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[] | readonly string[];
  /** What holds where nothing is said; shown in its place. */
  readonly byDefault?: string;
}

/** One of some values; none, where that has a meaning. */
export function ChoiceField({ at, choices, byDefault, ...props }: ChoiceFieldProps) {
  const { value, error, change } = useField(at);
  return (
    <Select
      {...props}
      error={error}
      className="board-field"
      inputWrapperOrder={ORDER}
      data={[...choices] as string[]}
      value={textOf(value) || null}
      onChange={(choice) => change(choice ?? undefined)}
      allowDeselect={false}
      clearable={byDefault !== undefined}
      {...(byDefault === undefined ? {} : { placeholder: byDefault })}
      searchable={choices.length > 8}
    />
  );
}

/** Several of some values; none at all where it is empty. */
export function ChoicesField({
  at,
  choices,
  ...props
}: FieldProps & { readonly choices: readonly string[]; readonly placeholder?: string }) {
  const { value, error, change } = useField(at);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  return (
    <MultiSelect
      {...props}
      error={error}
      className="board-field"
      inputWrapperOrder={ORDER}
      data={[...new Set([...choices, ...chosen])]}
      value={chosen}
      onChange={(next) => change(next.length > 0 ? next : undefined)}
      searchable
    />
  );
}

/** Something that is so, or is not said. */
export function SwitchField({ at, on, ...props }: FieldProps & { readonly on: unknown }) {
  const { value, error, change } = useField(at);
  return (
    <Switch
      {...props}
      error={error}
      checked={value !== undefined}
      onChange={(event) => change(event.currentTarget.checked ? on : undefined)}
    />
  );
}
