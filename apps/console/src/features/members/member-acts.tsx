import { Menu, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.js';
import { ConfirmByName } from '../../ui/index.js';
import { RowMenu } from '../../ui/row-menu.js';
import {
  type Member,
  type Roles,
  useChangeMember,
  useRemoveMember,
  useRemoveMemberTotp,
  useRenewToken,
} from './members.queries.js';
import { RolesFields } from './roles-fields.js';
import { reachesAnything, withoutNone } from './roles.js';
import { TokenShown } from './token-shown.js';

export type MemberAct = 'change' | 'token' | 'totp' | 'disable' | 'enable' | 'remove';

export interface MemberMenuProps {
  readonly member: Member;
  readonly isSelf: boolean;
  readonly onAct: (act: MemberAct) => void;
}

/** What can be done about a member. Nobody disables or removes themselves. */
export const MemberMenu = ({ member, isSelf, onAct }: MemberMenuProps) => (
  <RowMenu name={member.name}>
    <Menu.Item onClick={() => onAct('change')}>Change name and roles</Menu.Item>
    {member.status !== 'disabled' && <Menu.Item onClick={() => onAct('token')}>New link for the password</Menu.Item>}
    {member.hasTotp && <Menu.Item onClick={() => onAct('totp')}>Take away one-time codes</Menu.Item>}
    {!isSelf && member.status === 'active' && (
      <Menu.Item color="orange" onClick={() => onAct('disable')}>
        Disable
      </Menu.Item>
    )}
    {member.status === 'disabled' && <Menu.Item onClick={() => onAct('enable')}>Enable</Menu.Item>}
    {!isSelf && (
      <Menu.Item color="red" onClick={() => onAct('remove')}>
        Remove
      </Menu.Item>
    )}
  </RowMenu>
);

export interface MemberDialogProps {
  readonly act: MemberAct;
  readonly member: Member;
  readonly onClose: () => void;
}

export function MemberDialog({ act, ...props }: MemberDialogProps) {
  switch (act) {
    case 'change':
      return <Change {...props} />;
    case 'token':
      return <NewToken {...props} />;
    case 'totp':
      return <TakeTotp {...props} />;
    case 'remove':
      return <Remove {...props} />;
    default:
      return <SwitchStatus {...props} status={act === 'enable' ? 'active' : 'disabled'} />;
  }
}

type ActProps = Omit<MemberDialogProps, 'act'>;

function Change({ member, onClose }: ActProps) {
  const { mutate, isPending, error } = useChangeMember(member.id);
  const [name, setName] = useState(member.name);
  const [roles, setRoles] = useState<Roles>(member.roles);
  return (
    <FormDialog
      onClose={onClose}
      title={`Change ${member.email}`}
      action="Save"
      disabled={name.trim() === '' || !reachesAnything(roles)}
      onSubmit={() => mutate({ name: name.trim(), roles: withoutNone(roles) }, { onSuccess: onClose })}
      pending={isPending}
      error={error}
    >
      <TextInput
        label="Name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={100}
        data-autofocus
      />
      <RolesFields value={roles} onChange={setRoles} />
    </FormDialog>
  );
}

function NewToken({ member, onClose }: ActProps) {
  const { mutate, data, isPending, error } = useRenewToken(member.id);
  if (data) return <TokenShown token={data} email={member.email} onClose={onClose} />;
  return (
    <FormDialog
      onClose={onClose}
      title={`New link for ${member.email}`}
      action="Make the link"
      onSubmit={() => mutate()}
      pending={isPending}
      error={error}
    >
      <Text size="sm">
        For who lost the password, or whose invitation ran out. An earlier link works no more; the password in use does
        until the new one is chosen.
      </Text>
    </FormDialog>
  );
}

function TakeTotp({ member, onClose }: ActProps) {
  const { mutate, isPending, error } = useRemoveMemberTotp(member.id);
  return (
    <FormDialog
      onClose={onClose}
      title={`Take away one-time codes of ${member.email}`}
      action="Take away"
      color="red"
      onSubmit={() => mutate(undefined, { onSuccess: onClose })}
      pending={isPending}
      error={error}
    >
      <Text size="sm">
        For who lost both the authenticator and the recovery codes. Make sure that it is they who ask: signing in needs
        the password alone from then on.
      </Text>
    </FormDialog>
  );
}

interface SwitchStatusProps extends ActProps {
  readonly status: 'active' | 'disabled';
}

function SwitchStatus({ member, onClose, status }: SwitchStatusProps) {
  const { mutate, isPending, error } = useChangeMember(member.id);
  const isOff = status === 'disabled';
  return (
    <FormDialog
      onClose={onClose}
      title={`${isOff ? 'Disable' : 'Enable'} ${member.email}`}
      action={isOff ? 'Disable' : 'Enable'}
      onSubmit={() => mutate({ status }, { onSuccess: onClose })}
      pending={isPending}
      error={error}
      {...(isOff ? { color: 'orange' } : {})}
    >
      <Text size="sm">
        {isOff
          ? 'They are signed out everywhere within seconds, and can’t sign in until somebody enables them.'
          : 'They can sign in again, with their password and their roles.'}
      </Text>
    </FormDialog>
  );
}

function Remove({ member, onClose }: ActProps) {
  const { mutate, isPending, error } = useRemoveMember(member.id);
  return (
    <ConfirmByName
      opened
      onClose={onClose}
      title={`Remove ${member.name}`}
      name={member.email}
      action="Remove for good"
      onConfirm={() => mutate(undefined, { onSuccess: onClose })}
      pending={isPending}
      error={error}
    >
      They are signed out within seconds and can’t sign in again. What they did stays in the audit log.
    </ConfirmByName>
  );
}
