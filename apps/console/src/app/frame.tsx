import { AppShell, Burger, Group, NavLink, ScrollArea, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { GROUPS, areasFor } from './areas.js';
import { useSession } from './session.queries.js';

/** Around every page: where you are, where you can go, and as whom. */
export function Frame() {
  const session = useSession();
  const [opened, { toggle, close }] = useDisclosure(false);
  const areas = areasFor(session.permissions);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <AppShell.Header>
        <Group h="100%" px="md">
          <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
          <Title order={2} size="h4">
            Laurel
          </Title>
          <Text size="sm">{session.environment}</Text>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <ScrollArea>
          {GROUPS.map((group) => (
            <div key={group}>
              {areas
                .filter((area) => area.group === group)
                .map((area) => (
                  <NavLink key={area.id} component={Link} to={area.path} label={area.label} onClick={close} />
                ))}
            </div>
          ))}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main>
        <Suspense>
          <Outlet />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}
