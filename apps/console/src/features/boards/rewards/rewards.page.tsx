import { Group, Select, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { usePermission } from '../../../app/session.queries.js';
import { AnchorLink, ButtonLink, EmptyState, Problem } from '../../../ui/index.js';
import { Loading } from '../../../ui/loading.js';
import { BoardFrame } from '../board-frame.js';
import { GrantList } from './grant-list.js';
import { useSchedules } from './rewards.queries.js';
import { RunList } from './run-list.js';

const route = getRouteApi('/frame/boards/$key/rewards');

/** Who won what: the runs of each reward schedule of the board, and the grants of one. */
export function RewardsPage() {
  const { key } = route.useParams();
  return (
    <BoardFrame boardKey={key} tab="rewards">
      {() => <Rewards boardKey={key} />}
    </BoardFrame>
  );
}

function Rewards({ boardKey }: { readonly boardKey: string }) {
  const schedules = useSchedules(boardKey);
  const [chosen, setChosen] = useState<string | undefined>();
  const [window, setWindow] = useState<string | undefined>();
  const mayEdit = usePermission('releases:write');
  if (schedules.error && !schedules.data) {
    return <Problem error={schedules.error} onRetry={() => void schedules.refetch()} />;
  }
  if (!schedules.data) return <Loading label="Reward schedules" />;
  const keys = schedules.data.map(({ key }) => key);
  const schedule = chosen ?? keys[0];
  if (schedule === undefined) {
    return (
      <EmptyState
        title="Nobody is rewarded by this leaderboard"
        action={
          mayEdit && (
            <ButtonLink to="/boards/$key/edit" params={{ key: boardKey }}>
              Add a reward schedule
            </ButtonLink>
          )
        }
      >
        A reward schedule says who gets what when a window ends.
      </EmptyState>
    );
  }
  return (
    <Stack>
      <Group align="flex-end">
        {keys.length > 1 && (
          <Select
            label="Reward schedule"
            data={keys}
            value={schedule}
            onChange={(key) => {
              setChosen(key ?? undefined);
              setWindow(undefined);
            }}
            allowDeselect={false}
          />
        )}
        {mayEdit && (
          <AnchorLink to="/boards/$key/edit" params={{ key: boardKey }} size="sm" mb={8}>
            Edit {schedule}
          </AnchorLink>
        )}
      </Group>
      <RunList key={schedule} schedule={schedule} window={window} onWindow={setWindow} />
      {window !== undefined && <GrantList key={`${schedule} ${window}`} source={schedule} window={window} />}
    </Stack>
  );
}
