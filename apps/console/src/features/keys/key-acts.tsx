import { Checkbox, Menu, NumberInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../api/index.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ConfirmByName } from '../../ui/index.js';
import { RowMenu } from '../../ui/row-menu.js';
import { ShownOnce } from '../../ui/shown-once.js';
import { type Key, useRenameKey, useRevokeKey, useRollKey } from './keys.queries.js';

export type KeyAct = 'rename' | 'roll' | 'revoke';

const nameOf = ({ name, id }: Key): string => name || id;

export interface KeyMenuProps {
  readonly target: Key;
  readonly onAct: (act: KeyAct) => void;
}

/** What can be done with a key: an ended one can only be renamed. */
export const KeyMenu = ({ target, onAct }: KeyMenuProps) => (
  <RowMenu name={nameOf(target)}>
    <Menu.Item onClick={() => onAct('rename')}>Rename</Menu.Item>
    {target.status === 'active' && target.rolledTo === null && (
      <Menu.Item onClick={() => onAct('roll')}>Roll</Menu.Item>
    )}
    {target.status === 'active' && (
      <Menu.Item color="red" onClick={() => onAct('revoke')}>
        Revoke
      </Menu.Item>
    )}
  </RowMenu>
);

export interface KeyDialogProps {
  readonly act: KeyAct;
  readonly target: Key;
  readonly onClose: () => void;
}

export function KeyDialog({ act, ...props }: KeyDialogProps) {
  if (act === 'rename') return <Rename {...props} />;
  return act === 'roll' ? <Roll {...props} /> : <Revoke {...props} />;
}

type ActProps = Omit<KeyDialogProps, 'act'>;

function Rename({ target, onClose }: ActProps) {
  const { mutate, isPending, error } = useRenameKey(target.id);
  const [name, setName] = useState(target.name);
  return (
    <FormDialog
      onClose={onClose}
      title={`Rename ${nameOf(target)}`}
      action="Rename"
      disabled={name.trim() === '' || name === target.name}
      onSubmit={() => mutate(name.trim(), { onSuccess: onClose })}
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
    </FormDialog>
  );
}

const HOUR_SECONDS = 3_600;
const LONGEST_HOURS = 168;

/** Makes the successor, which is shown once; the old key works on for a while. */
function Roll({ target, onClose }: ActProps) {
  const { mutate, data, isPending, error } = useRollKey(target.id);
  const [hours, setHours] = useState<number | string>(24);
  if (data) {
    return (
      <ShownOnce title={`The new key of ${nameOf(target)}`} label="key" secret={data.key} onClose={onClose}>
        Put it into use now: the old key works on for {hours} hours, then it is refused.
      </ShownOnce>
    );
  }
  return (
    <FormDialog
      onClose={onClose}
      title={`Roll ${nameOf(target)}`}
      action="Make the new key"
      disabled={hours === ''}
      onSubmit={() => mutate(Number(hours) * HOUR_SECONDS)}
      pending={isPending}
      error={error}
    >
      <Text size="sm">The new key may do the same. Its list entry tells when the old one was used last.</Text>
      <NumberInput
        label="Hours that the old key works on"
        value={hours}
        onChange={setHours}
        min={0}
        max={LONGEST_HOURS}
        allowDecimal={false}
        data-autofocus
      />
    </FormDialog>
  );
}

const LAST_KEY = 'tenancy.last_key';

function Revoke({ target, onClose }: ActProps) {
  const { mutate, isPending, error } = useRevokeKey(target.id);
  const [force, setForce] = useState(false);
  const isLast = error !== null && problemOf(error).code === LAST_KEY;
  return (
    <ConfirmByName
      opened
      onClose={onClose}
      title={`Revoke ${nameOf(target)}`}
      name={nameOf(target)}
      action="Revoke for good"
      onConfirm={() => mutate({ force }, { onSuccess: onClose })}
      pending={isPending}
      error={error}
    >
      Whatever still uses the key is refused within seconds, and no key works again once it is revoked.
      {isLast && (
        <Checkbox
          mt="sm"
          label="Revoke it though it is the last secret key: only the command line makes another one"
          checked={force}
          onChange={(event) => setForce(event.currentTarget.checked)}
        />
      )}
    </ConfirmByName>
  );
}
