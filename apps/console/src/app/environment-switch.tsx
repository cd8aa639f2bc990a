import { Badge, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { problemOf } from '../api/index.js';
import { areaAt } from './areas.js';
import { type Environment, useSession, useSwitchEnvironment } from './session.queries.js';

/** Live cannot be mistaken for anything else. Each has enough contrast under its text. */
const COLORS: Readonly<Record<Environment, string>> = { live: 'red.9', staging: 'yellow.4', dev: 'blue.9' };

/** Where you are, always in sight, and the way to another environment of the tenant. */
export function EnvironmentSwitch() {
  const { tenant, environment, environments } = useSession();
  const change = useSwitchEnvironment();
  const navigate = useNavigate();
  const area = areaAt(useLocation().pathname);
  const name = environment.toUpperCase();
  if (environments.length < 2) {
    return (
      <Badge size="lg" radius="sm" color={COLORS[environment]} aria-label={`Environment ${environment}`}>
        {name}
      </Badge>
    );
  }
  // To the same area of the other one: what an address names further may not exist there.
  const switchTo = (to: Environment): void =>
    change.mutate(to, {
      onSuccess: () => void navigate({ to: area?.path ?? '/' }),
      onError: (error) =>
        notifications.show({ color: 'red', title: problemOf(error).title, message: problemOf(error).detail }),
    });
  return (
    <Menu withinPortal position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          color={COLORS[environment]}
          loading={change.isPending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`Environment ${environment}: switch`}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Environments of {tenant}</Menu.Label>
        {environments.map((each) => (
          <Menu.Item
            key={each}
            leftSection={each === environment ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />}
            onClick={() => switchTo(each)}
            disabled={each === environment}
          >
            {each}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
