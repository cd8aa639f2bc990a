import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';

export interface ActOptions<Input> {
  /** What the change makes stale: asked for again once it is made. */
  readonly stale: readonly QueryKey[];
  /** Said where it worked. */
  readonly done?: string | ((input: Input) => string);
}

/** A change that somebody orders. A failure is in `error`, for the dialog that ordered it. */
export function useAct<Input, Output>(act: (input: Input) => Promise<Output>, { stale, done }: ActOptions<Input>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (_, input) => {
      if (done) notifications.show({ color: 'green', message: typeof done === 'string' ? done : done(input) });
      return Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
}
