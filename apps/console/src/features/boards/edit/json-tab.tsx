import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { EditedBoard } from './edited-board.js';
import { useBoardForm } from './form.context.js';

/** What is edited as JSON, for all that forms have no field for. */
export function JsonTab() {
  const { edited, set } = useBoardForm();
  const { board, schedules, rewards } = edited;
  const [text, setText] = useState(() =>
    JSON.stringify({ leaderboard: board, rewardSchedules: schedules, rewards }, null, 2),
  );
  const [wrong, setWrong] = useState<string | undefined>();
  const change = (next: string): void => {
    setText(next);
    const read = readEdited(next);
    setWrong(typeof read === 'string' ? read : undefined);
    if (typeof read !== 'string') set('', read);
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        The definition as it stands in the program. It is checked as you type, and kept as you write it.
      </Text>
      <Textarea
        aria-label="Definition as JSON"
        className="mono"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        autosize
        minRows={16}
        maxRows={40}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        spellCheck={false}
        error={wrong !== undefined}
      />
      {wrong !== undefined && <Alert color="red">{wrong}</Alert>}
    </Stack>
  );
}

/** What is edited, or why the text is none. */
function readEdited(text: string): EditedBoard | string {
  try {
    const read: unknown = JSON.parse(text);
    const { leaderboard: board, rewardSchedules: schedules = [], rewards = [] } = read as Record<string, unknown>;
    const isDoc = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
    const areDocs = (value: unknown): boolean => Array.isArray(value) && value.every(isDoc);
    if (!isDoc(board) || !areDocs(schedules) || !areDocs(rewards)) {
      return 'It has to be {"leaderboard": {…}, "rewardSchedules": […], "rewards": […]}.';
    }
    return { board, schedules, rewards } as EditedBoard;
  } catch (error) {
    return `This is no JSON yet: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
