import { MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../app/session.queries.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ShownOnce } from '../../ui/shown-once.js';
import { KEY_PERMISSIONS } from './key-permissions.js';
import { type CreateKey, useCreateKey } from './keys.queries.js';

type Kind = NonNullable<CreateKey['kind']>;

const KINDS = [
  { kind: 'restricted', label: 'Restricted', about: 'Does what you choose: for a server that does one thing.' },
  { kind: 'publishable', label: 'Publishable', about: 'Reads leaderboards. May be part of a client.' },
  { kind: 'secret', label: 'Secret', about: 'Does everything in this environment. Keep it on your servers.' },
] as const;

/** Makes a key, and shows it this once. */
export function CreateKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { environment, permissions: own } = useSession();
  const { mutate, data, isPending, error } = useCreateKey();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('restricted');
  const [permissions, setPermissions] = useState<string[]>(['events:write']);
  const [end, setEnd] = useState('');
  // A key opens no more than who makes it.
  const offered = KEY_PERMISSIONS.filter((permission) => own.includes(permission));
  if (data) {
    return (
      <ShownOnce title={`Key ${data.name} of ${environment}`} label="key" secret={data.key} onClose={onClose}>
        Keep it now: Laurel stores only what recognizes it. Who loses it makes another one.
      </ShownOnce>
    );
  }
  const create = (): void =>
    mutate({
      name: name.trim(),
      kind,
      ...(kind === 'restricted' ? { permissions: offered.filter((each) => permissions.includes(each)) } : {}),
      ...(end ? { expiresAt: new Date(end).toISOString() } : {}),
    });
  return (
    <FormDialog
      onClose={onClose}
      title={`Create a key of ${environment}`}
      action="Create"
      disabled={name.trim() === '' || (kind === 'restricted' && permissions.length === 0)}
      onSubmit={create}
      pending={isPending}
      error={error}
    >
      <TextInput
        label="Name"
        description="For people: what uses it."
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={100}
        required
        data-autofocus
      />
      <Radio.Group label="Kind" value={kind} onChange={setKind}>
        <Stack gap="xs" mt={4}>
          {KINDS.map(({ kind: value, label, about }) => (
            <Radio key={value} value={value} label={label} description={about} />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'restricted' && (
        <MultiSelect
          label="It may"
          data={offered}
          value={permissions}
          onChange={setPermissions}
          searchable
          required
          hidePickedOptions
        />
      )}
      <TextInput
        label="Ends"
        description="It is refused from then on. Without it, it has no end."
        type="datetime-local"
        value={end}
        onChange={(event) => setEnd(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
