import { adminApi, answerOf, queryClient } from '../../api/index.js';
import { useAct } from '../../api/use-act.js';

/** Another time makes everything that is shown stale: windows close, boards begin anew. */
const everything = (): void => void queryClient.invalidateQueries();

export const useSetClock = () => {
  const act = useAct(async (now: string) => answerOf(adminApi.PUT('/v1/clock', { body: { now } })), {
    stale: [['clock']],
    done: 'The clock is set',
  });
  return { ...act, set: (now: string) => act.mutate(now, { onSuccess: everything }) };
};

export const useAdvanceClock = () => {
  const act = useAct(async (seconds: number) => answerOf(adminApi.POST('/v1/clock/advance', { body: { seconds } })), {
    stale: [['clock']],
    done: 'The clock went on',
  });
  return { ...act, advance: (seconds: number) => act.mutate(seconds, { onSuccess: everything }) };
};
