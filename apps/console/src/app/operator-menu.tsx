import { ActionIcon, Menu, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { problemOf, queryClient } from '../api/index.js';
import { openKeyboardHelp } from './keyboard/keyboard.js';
import { useSession, useSignOut } from './session.queries.js';

const SCHEMES = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** As whom, and what is one's own: appearance, keys, signing out. */
export function OperatorMenu() {
  const { operator, role, tenant } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const left = async (): Promise<void> => {
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
  const leave = (): void =>
    signOut.mutate(undefined, {
      onSuccess: left,
      // Whoever is told to be gone leaves the machine to others.
      onError: (error) =>
        problemOf(error).status === 401
          ? void left()
          : notifications.show({
              color: 'red',
              title: 'You are still signed in',
              message: `${problemOf(error).title}. Try again.`,
            }),
    });
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={`Signed in as ${operator.name}`}>
          <IconUser size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {operator.name}
          </Text>
          <Text size="xs">{operator.email}</Text>
          <Text size="xs">
            {role} in {tenant}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="Appearance"
          data={[...SCHEMES]}
          value={colorScheme}
          onChange={(value) => setColorScheme(value)}
        />
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={openKeyboardHelp}>
          Keys
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
