import { ReasonDialog } from '../../ui/reason-dialog.js';
import { type StatusAct, useChangeStatus } from './players.queries.js';

const SAYS = {
  suspend: {
    action: 'Suspend',
    color: 'orange',
    about: 'Events are recorded and lead to nothing until somebody reinstates the player. Ranks and balances stay.',
  },
  ban: {
    action: 'Ban',
    color: 'red',
    about:
      'The player leaves every leaderboard at once, and who was behind moves up. Events are recorded and lead to nothing. ' +
      'Whoever reinstates the player brings the ranks back.',
  },
  reinstate: {
    action: 'Reinstate',
    color: undefined,
    about: 'Events count from now on; what came meanwhile does not. Ranks are as before.',
  },
} as const;

export interface ChangeStatusProps {
  readonly act: StatusAct;
  readonly playerId: string;
  readonly onClose: () => void;
}

/** Suspends, bans or reinstates, with a reason. */
export function ChangeStatus({ act, playerId, onClose }: ChangeStatusProps) {
  const { mutate, isPending, error } = useChangeStatus(playerId, act);
  const { action, color, about } = SAYS[act];
  return (
    <ReasonDialog
      title={`${action} ${playerId}`}
      action={action}
      onClose={onClose}
      onConfirm={(reason) => mutate(reason, { onSuccess: onClose })}
      pending={isPending}
      error={error}
      {...(color ? { color } : {})}
    >
      {about}
    </ReasonDialog>
  );
}
