import { Button, Group, Select, Text } from '@mantine/core';
import type { LiveState } from '@laurel/sdk';
import { IconX } from '@tabler/icons-react';
import { Reconnecting } from '../../../ui/index.js';
import type { BoardSearch } from '../board-search.js';
import { type Board, useWindows } from '../boards.queries.js';
import { Countdown } from '../countdown.js';
import { PartPicker } from './part-picker.js';
import { PlayerSearch } from './player-search.js';
import { RankJump } from './rank-jump.js';

export interface BoardPickerProps {
  readonly board: Board;
  readonly search: BoardSearch;
  readonly show: (change: { [K in keyof BoardSearch]?: BoardSearch[K] | undefined }) => void;
  /** Key of the window that rows are of. */
  readonly shownWindow: string | undefined;
  readonly state: LiveState;
  /** Called with the place of a row that somebody wants to see, from 0. */
  readonly onJump: (index: number) => void;
}

/** Which window, which part, around whom; and how long the window still runs. */
export function BoardPicker({ board, search, show, shownWindow, state, onJump }: BoardPickerProps) {
  const windows = useWindows(board.key);
  const open = windows.first?.open ?? [];
  const past = windows.first?.entries.filter(({ state }) => state === 'final') ?? [];
  const shown = [...open, ...past].find(({ key }) => key === shownWindow);
  // A window that runs is called by its name, so that one follows it into the next.
  const running = board.running.filter(({ closed }) => !closed);
  const shownKey = search.window ?? shownWindow;
  const chosen = running.find(({ key }) => key === shownKey)?.name ?? shownKey;
  const pastKeys = past.map(({ key }) => key);
  // There may be more than are listed: the one that is shown is always among them.
  const isListed = chosen === undefined || running.some(({ name }) => name === chosen) || pastKeys.includes(chosen);
  const data = [
    {
      group: 'Running',
      items: running.map(({ key, name }) => option(key, name)),
    },
    { group: 'Past, as they ended', items: isListed ? pastKeys : [chosen, ...pastKeys] },
  ].filter(({ items }) => items.length > 0);
  const isPast = shown?.closed === true;
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label="Window"
        data={data}
        value={chosen ?? null}
        onChange={(window) => show({ window: window ?? undefined })}
        searchable
        allowDeselect={false}
        w={210}
      />
      {board.splits.length > 0 && (
        <PartPicker board={board} window={search.window} segment={search.segment} show={show} />
      )}
      <PlayerSearch onPick={(around) => show({ around })} />
      <RankJump view={{ key: board.key, window: search.window, segment: search.segment }} onJump={onJump} />
      {search.around !== undefined && (
        <Button
          variant="light"
          rightSection={<IconX size={14} aria-hidden />}
          onClick={() => show({ around: undefined })}
          aria-label={`Show the best instead of the rows around ${search.around}`}
        >
          around {search.around}
        </Button>
      )}
      <Text size="sm" mb={8} component="div">
        {isPast && 'Final standings'}
        {!isPast && shown && (
          <>
            {shown.end !== null && (
              <Text span inherit c="dimmed">
                ends in{' '}
              </Text>
            )}
            <Countdown end={shown.end} />
          </>
        )}{' '}
        {!isPast && <Reconnecting state={state} />}
      </Text>
    </Group>
  );
}

const option = (key: string, name: string): { readonly value: string; readonly label: string } => ({
  value: name,
  label: key === name ? key : `${name} (${key})`,
});
