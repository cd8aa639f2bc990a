import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.js';

export const NotFound = () => (
  <EmptyState
    title="There is no such page"
    action={
      <Button component={Link} to="/">
        Go to the overview
      </Button>
    }
  >
    The address may be mistyped, or what it named was renamed. Press / to search for it.
  </EmptyState>
);
