import { Box } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { Problem } from '../ui/problem.js';

/** In place of a page that failed to load. */
export function Failure({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const router = useRouter();
  const again = (): void => {
    reset?.();
    void router.invalidate();
  };
  return (
    <Box p="md" maw={640}>
      <Problem error={error} onRetry={again} />
    </Box>
  );
}
