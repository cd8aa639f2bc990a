import { Group, SegmentedControl, Stack, TagsInput, Text, Title } from '@mantine/core';
import { type Doc, keysOf } from './edited-board.js';
import { ChoiceField, NumberField, SwitchField, TextField } from './fields.js';
import { useBoardForm, useField } from './form.context.js';
import { LeagueFields } from './league-fields.js';
import { ListField } from './list-field.js';

/** How the board is divided, and into which groups. */
export const PartFields = () => (
  <Stack>
    <Title order={3} size="h6">
      Parts with ranks of their own
    </Title>
    <ListField at="/board/splits" name="split" create={() => ({ key: '', attributes: [] })}>
      {(at, split) => <SplitFields at={at} split={split} />}
    </ListField>
    <LeagueFields />
  </Stack>
);

function SplitFields({ at, split }: { readonly at: string; readonly split: Doc }) {
  const { program } = useBoardForm();
  const { change } = useField(at);
  const isBySegment = 'segment' in split;
  const by = (kind: string): void =>
    change({ key: split['key'], ...(kind === 'segment' ? { segment: '' } : { attributes: [] }) });
  return (
    <>
      <TextField at={`${at}/key`} label="Key" placeholder="country" />
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          By
        </Text>
        <SegmentedControl
          size="xs"
          aria-label="What it is divided by"
          data={[
            { value: 'attributes', label: 'Attributes' },
            { value: 'segment', label: 'Segment' },
          ]}
          value={isBySegment ? 'segment' : 'attributes'}
          onChange={by}
        />
      </Stack>
      {isBySegment ? (
        <ChoiceField at={`${at}/segment`} label="Segment" choices={keysOf(program.segments)} />
      ) : (
        <AttributesField at={`${at}/attributes`} />
      )}
    </>
  );
}

/** Keys of attributes, each entered by Enter or a comma. */
function AttributesField({ at }: { readonly at: string }) {
  const { value, error, change } = useField(at);
  return (
    <TagsInput
      label="Attributes of players"
      placeholder="country"
      className="board-field"
      error={error}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={change}
    />
  );
}

/** Who may take part, and how long windows are open and kept. */
export const RuleFields = () => (
  <Stack>
    <Group align="flex-start">
      <NumberField
        at="/board/graceSeconds"
        label="Grace, in seconds"
        description="A window takes late results for so long."
        placeholder="0"
        min={0}
      />
      <NumberField
        at="/board/keepWindows"
        label="Windows kept"
        description="Of those that ended, with their rows."
        placeholder="all"
        min={1}
      />
      <NumberField
        at="/board/attempts/max"
        label="Most results"
        description="Of a player in a window."
        placeholder="any number"
        min={1}
      />
    </Group>
    <SwitchField
      at="/board/joining"
      on="opt_in"
      label="Players join"
      description="A window takes results only of those who joined it."
    />
    <SwitchField
      at="/board/serverOnly"
      on={true}
      label="Servers only"
      description="Neither can clients read it, nor does count what they sent."
    />
    <SwitchField
      at="/board/start"
      on="recorded"
      label="Begin with what was recorded"
      description="Filled with the results so far when it begins, instead of empty."
    />
  </Stack>
);
