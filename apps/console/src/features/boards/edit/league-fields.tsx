import { Group, SegmentedControl, Stack, Switch, TagsInput, Text } from '@mantine/core';
import { useState } from 'react';
import { type Doc, keysOf } from './edited-board.js';
import { ChoiceField, NumberField, TextField } from './fields.js';
import { useBoardForm, useField } from './form.context.js';
import { ListField } from './list-field.js';
import { numbersOf } from './numbers.js';
import { useRecurringNames } from './window-names.js';

const LEAGUE = '/board/league';

/** Groups of players in one of the recurring windows, with tiers. */
export function LeagueFields() {
  const { value, change } = useField(LEAGUE);
  const names = useRecurringNames();
  const begin = { window: names[0] ?? '', groupSize: 50, tiers: [{ key: 'cohort' }] };
  return (
    <Stack>
      <Switch
        label="Groups"
        description="Players are ranked in groups of a size, in tiers between which they move when a window ends."
        checked={value !== undefined}
        onChange={(event) => change(event.currentTarget.checked ? begin : undefined)}
      />
      {value !== undefined && (
        <>
          <Group align="flex-start">
            <ChoiceField at={`${LEAGUE}/window`} label="In the window" choices={names} />
            <NumberField at={`${LEAGUE}/groupSize`} label="Players of a group" min={2} />
            <ChoiceField
              at={`${LEAGUE}/idle`}
              label="Who did not play"
              choices={['stay', 'relegate', 'leave']}
              byDefault="stay"
            />
          </Group>
          <BandFields />
          <Text size="sm">Tiers, the lowest first:</Text>
          <ListField
            at={`${LEAGUE}/tiers`}
            name="tier"
            create={(others) => ({ key: `tier-${others.length + 1}` })}
            keepEmpty
          >
            {(at) => (
              <>
                <TextField at={`${at}/key`} label="Key" />
                <ShareField at={`${at}/promote`} label="How many go up" />
                <ShareField at={`${at}/relegate`} label="How many go down" />
              </>
            )}
          </ListField>
        </>
      )}
    </Stack>
  );
}

type Unit = 'count' | 'percent';

const UNITS: { readonly value: Unit; readonly label: string }[] = [
  { value: 'count', label: 'players' },
  { value: 'percent', label: '%' },
];

/** So many of each group, or so many of a hundred of it; nobody where it is empty. */
function ShareField({ at, label }: { readonly at: string; readonly label: string }) {
  const { value, change } = useField(at);
  const [chosen, setChosen] = useState<Unit>('count');
  const share = value as Doc | undefined;
  const unit = share === undefined ? chosen : 'percent' in share ? 'percent' : 'count';
  const choose = (next: Unit): void => {
    setChosen(next);
    if (share !== undefined) change({ [next]: share[unit] });
  };
  return (
    <Group gap={4} align="flex-start" wrap="nowrap">
      <NumberField at={`${at}/${unit}`} label={label} placeholder="nobody" min={1} />
      <SegmentedControl
        size="xs"
        mt={26}
        aria-label={`${label}: counted in`}
        data={UNITS}
        value={unit}
        onChange={choose}
      />
    </Group>
  );
}

const BANDS = [
  { value: 'none', label: 'Nothing' },
  { value: 'attribute', label: 'An attribute' },
  { value: 'segment', label: 'A segment' },
] as const;

/** What players of a tier are kept apart by. */
function BandFields() {
  const at = `${LEAGUE}/band`;
  const { program } = useBoardForm();
  const { value, change } = useField(at);
  const band = value as Doc | undefined;
  const kind = band === undefined ? 'none' : 'segment' in band ? 'segment' : 'attribute';
  const segments = keysOf(program.segments);
  const begin = { none: undefined, attribute: { attribute: '' }, segment: { segment: segments[0] ?? '' } };
  return (
    <Group align="flex-start">
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          Kept apart by
        </Text>
        <SegmentedControl
          size="xs"
          aria-label="What players of a tier are kept apart by"
          data={[...BANDS]}
          value={kind}
          onChange={(next) => change(begin[next])}
        />
      </Stack>
      {kind === 'segment' && <ChoiceField at={`${at}/segment`} label="Segment" choices={segments} />}
      {kind === 'attribute' && (
        <>
          <TextField at={`${at}/attribute`} label="Attribute of players" placeholder="rating" keepEmpty />
          <EdgesField at={`${at}/edges`} />
        </>
      )}
    </Group>
  );
}

/** Where one range ends and the next begins: each entered by Enter or a comma. */
function EdgesField({ at }: { readonly at: string }) {
  const { value, error, change } = useField(at);
  const edges = Array.isArray(value) ? value.map(String) : [];
  return (
    <TagsInput
      label="By ranges that begin at"
      description="Without them, by each value."
      placeholder={edges.length === 0 ? '1000' : ''}
      className="board-field"
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      error={error}
      value={edges}
      onChange={(texts) => change(texts.length === 0 ? undefined : numbersOf(texts))}
      acceptValueOnBlur
    />
  );
}
