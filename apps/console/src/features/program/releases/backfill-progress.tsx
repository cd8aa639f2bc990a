import { Alert, Progress, Stack, Text } from '@mantine/core';
import { useBackfill } from '../program.queries.js';

/** How far what begins with recorded results is filled. */
export function BackfillProgress({ release }: { readonly release: number }) {
  const { data } = useBackfill(release, true);
  if (!data || data.state === 'none') return null;
  const { done, total } = data.players;
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <Alert color={data.state === 'done' ? 'green' : 'blue'} title="Filled with what was recorded" role="status">
      <Stack gap="xs">
        <Text size="sm">
          {data.state === 'done'
            ? `All ${total} players are filled.`
            : `${done} of ${total} players are filled. Until it is done, some have their earlier results and others not yet.`}
        </Text>
        {data.state === 'running' && <Progress value={percent} animated aria-label="Players filled" />}
      </Stack>
    </Alert>
  );
}
