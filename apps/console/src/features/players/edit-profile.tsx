import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.js';
import { ATTRIBUTE_TYPES, type AttributeRow, changesOf, problemOfRow, rowsOf } from './attribute-rows.js';
import { type Player, type Profile, useEditProfile } from './players.queries.js';

export interface EditProfileProps {
  readonly player: Player;
  readonly onClose: () => void;
}

/** Changes what is known of a player: only what was touched is sent. */
export function EditProfile({ player, onClose }: EditProfileProps) {
  const { mutate, isPending, error } = useEditProfile(player.playerId);
  const [name, setName] = useState(player.name ?? '');
  const [timeZone, setTimeZone] = useState(player.timeZone ?? '');
  const [rows, setRows] = useState<readonly AttributeRow[]>(rowsOf(player.attributes));
  const attributes = changesOf(player.attributes, rows);
  const body: Profile = {
    ...(name === (player.name ?? '') ? {} : { name: name || null }),
    ...(timeZone === (player.timeZone ?? '') ? {} : { timeZone: timeZone || null }),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  };
  const isBad = rows.some((row) => problemOfRow(row, rows) !== undefined);
  return (
    <FormDialog
      onClose={onClose}
      title={`Edit ${player.playerId}`}
      action="Save"
      disabled={isBad || Object.keys(body).length === 0}
      onSubmit={() => mutate(body, { onSuccess: onClose })}
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
      <TextInput
        label="Time zone"
        placeholder="Europe/London"
        value={timeZone}
        onChange={(event) => setTimeZone(event.currentTarget.value)}
      />
      <Attributes rows={rows} onChange={setRows} />
    </FormDialog>
  );
}

interface AttributesProps {
  readonly rows: readonly AttributeRow[];
  readonly onChange: (rows: readonly AttributeRow[]) => void;
}

function Attributes({ rows, onChange }: AttributesProps) {
  const change = (index: number, part: Partial<AttributeRow>): void =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <Stack gap="xs" component="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" size="sm" fw={500}>
        Attributes
      </Text>
      {rows.map((row, index) => (
        <Group key={index} gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            aria-label={`Name of attribute ${index + 1}`}
            value={row.key}
            error={problemOfRow(row, rows)}
            onChange={(event) => change(index, { key: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Value of ${row.key}`}
            value={row.value}
            maxLength={256}
            onChange={(event) => change(index, { value: event.currentTarget.value })}
          />
          <Select
            aria-label={`Type of ${row.key}`}
            data={ATTRIBUTE_TYPES}
            value={row.type}
            allowDeselect={false}
            onChange={(type) => change(index, { type: type ?? 'text' })}
            w={130}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            mt={4}
            aria-label={`Take away ${row.key}`}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...rows, { key: '', value: '', type: 'text' }])}
        style={{ alignSelf: 'flex-start' }}
      >
        Add an attribute
      </Button>
    </Stack>
  );
}
