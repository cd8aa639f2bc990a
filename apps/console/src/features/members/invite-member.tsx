import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.js';
import { type Roles, useInvite } from './members.queries.js';
import { RolesFields } from './roles-fields.js';
import { reachesAnything, withoutNone } from './roles.js';
import { TokenShown } from './token-shown.js';

/** Invites somebody: what sets their password is shown this once. */
export function InviteMember({ onClose }: { readonly onClose: () => void }) {
  const { mutate, data, isPending, error } = useInvite();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Roles>({ tenant: 'analyst' });
  if (data) return <TokenShown token={data} email={data.email} onClose={onClose} />;
  return (
    <FormDialog
      onClose={onClose}
      title="Invite somebody"
      action="Invite"
      disabled={email.trim() === '' || name.trim() === '' || !reachesAnything(roles)}
      onSubmit={() => mutate({ email: email.trim(), name: name.trim(), roles: withoutNone(roles) })}
      pending={isPending}
      error={error}
    >
      <TextInput
        label="E-mail"
        description="What they sign in with. Nothing is sent there: hand over the link yourself."
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        maxLength={254}
        required
        data-autofocus
      />
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={100}
        required
      />
      <RolesFields value={roles} onChange={setRoles} />
    </FormDialog>
  );
}
