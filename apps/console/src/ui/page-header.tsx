import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** Of the window, where the title is no text. */
  readonly windowTitle?: string;
  /** What this page is for, in one line. */
  readonly about?: ReactNode;
  /** Buttons, at the right. */
  readonly actions?: ReactNode;
}

/** What tabs, the history and screen readers call the page. */
export const useWindowTitle = (name: string): void =>
  useEffect(() => {
    document.title = name ? `${name} · Laurel` : 'Laurel';
  }, [name]);

/** The one first-level heading of a page. */
export function PageHeader({ title, windowTitle, about, actions }: PageHeaderProps) {
  useWindowTitle(windowTitle ?? (typeof title === 'string' ? title : ''));
  return (
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
}
