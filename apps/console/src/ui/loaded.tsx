import { Center } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.js';
import { Problem } from './problem.js';

export interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
  /** What is loading, for who cannot see it turn. */
  readonly label?: string;
}

/** What a query answers, once it does; what it failed by where it doesn't. */
export function Loaded<T>({ query, children, label = 'Page' }: LoadedProps<T>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <Center py="xl">
      <Loading label={label} />
    </Center>
  );
}
