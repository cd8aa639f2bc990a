import { Alert, Button, Code, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemOf } from '../api/index.js';
import { nextStep } from './next-step.js';

export interface ProblemProps {
  /** What a query or mutation failed by. */
  readonly error: unknown;
  /** Shown as a button where asking again can help. */
  readonly onRetry?: () => void;
}

/** A failure: what happened, where in the input, and what to do next. */
export function Problem({ error, onRetry }: ProblemProps) {
  const problem = problemOf(error);
  const { code, title, detail, errors = [], requestId } = problem;
  return (
    <Alert role="alert" color="red" variant="light" title={title} icon={<IconAlertTriangle aria-hidden />}>
      <Stack gap="xs" align="flex-start">
        {detail !== title && <Text size="sm">{detail}</Text>}
        {errors.length > 0 && (
          <List size="sm">
            {errors.map(({ path, message }) => (
              <List.Item key={`${path} ${message}`}>
                <Code>{path || '/'}</Code> {message}
              </List.Item>
            ))}
          </List>
        )}
        <Text size="sm">{nextStep(problem)}</Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
        <Text size="xs">
          <Code>{code}</Code> {requestId}
        </Text>
      </Stack>
    </Alert>
  );
}
