import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** What this page is for, in one line. */
  readonly about?: ReactNode;
  /** Buttons, at the right. */
  readonly actions?: ReactNode;
}

/** The one first-level heading of a page. */
export const PageHeader = ({ title, about, actions }: PageHeaderProps) => (
  <Group component="header" justify="space-between" align="flex-start" mb="md" gap="sm">
    <Stack gap={2} miw={0}>
      <Title order={1} size="h3">
        {title}
      </Title>
      {about && (
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      )}
    </Stack>
    {actions && <Group gap="xs">{actions}</Group>}
  </Group>
);
