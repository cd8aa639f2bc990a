import { Loader } from '@mantine/core';

export interface LoadingProps {
  /** What is loading, for who cannot see it turn. */
  readonly label: string;
  readonly size?: 'sm' | 'md';
}

/** Turns while something loads. */
export const Loading = ({ label, size = 'md' }: LoadingProps) => (
  <Loader role="status" aria-label={`${label}: loading`} size={size} />
);
