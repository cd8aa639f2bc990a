import { AppShell, Burger, Group, NavLink, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Fragment, type ReactNode, Suspense } from 'react';
import { AheadContext, EmptyState } from '../ui/index.js';
import { areaIcons } from './area-icons.js';
import { type Area, GROUPS, areaAt, areasFor } from './areas.js';
import { EnvironmentSwitch } from './environment-switch.js';
import { Keyboard } from './keyboard/keyboard.js';
import { OperatorMenu } from './operator-menu.js';
import { Search, SearchButton } from './search/search.js';
import { identityOf } from './session-identity.js';
import { type Session, useSession } from './session.queries.js';
import { useAheadMs } from './workspace-clock.js';
import classes from './frame.module.css';

/** Around every page: where you are, where you can go, and as whom. */
export function Frame() {
  const session = useSession();
  const [opened, { toggle, close }] = useDisclosure(false);
  const area = areaAt(useLocation().pathname);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a className={classes['skip']} href="#content">
        Skip to the content
      </a>
      <AppShell.Header className={classes['header']} data-environment={session.environment}>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" />
          <UnstyledButton component={Link} to="/" visibleFrom="xs" className={classes['brand']}>
            Laurel
          </UnstyledButton>
          <EnvironmentSwitch />
          <Group ml="auto" gap="xs" wrap="nowrap">
            <SearchButton />
            <OperatorMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Areas">
        <ScrollArea>
          <Navigation session={session} current={area} onNavigate={close} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes['main']}>
        <Suspense>
          {/* Another environment, and somebody else, begin with nothing of what was before. */}
          <InEnvironment key={identityOf(session)}>
            {area && !session.permissions.includes(area.permission) ? (
              <NotPermitted area={area} session={session} />
            ) : (
              <Outlet />
            )}
          </InEnvironment>
        </Suspense>
      </AppShell.Main>
      <Search session={session} />
      <Keyboard session={session} />
    </AppShell>
  );
}

/** Times are told by the clock of the environment. */
const InEnvironment = ({ children }: { readonly children: ReactNode }) => (
  <AheadContext value={useAheadMs()}>{children}</AheadContext>
);

interface NavigationProps {
  readonly session: Session;
  readonly current: Area | undefined;
  readonly onNavigate: () => void;
}

function Navigation({ session, current, onNavigate }: NavigationProps) {
  const areas = areasFor(session.permissions);
  return GROUPS.map((group) => {
    const own = areas.filter((area) => area.group === group);
    if (own.length === 0) return null;
    return (
      <Fragment key={group}>
        <Text size="xs" c="dimmed" fw={600} px="sm" pt="sm" pb={4}>
          {group}
        </Text>
        {own.map((area) => {
          const Icon = areaIcons[area.id];
          const isCurrent = area.id === current?.id;
          return (
            <NavLink
              key={area.id}
              component={Link}
              to={area.path}
              label={area.label}
              leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
              active={isCurrent}
              aria-current={isCurrent ? 'page' : undefined}
              onClick={onNavigate}
            />
          );
        })}
      </Fragment>
    );
  });
}

const NotPermitted = ({ area, session }: { readonly area: Area; readonly session: Session }) => (
  <EmptyState title={`Your role does not include ${area.label.toLowerCase()}`}>
    You are {session.role} in {session.environment}. Somebody who manages members can change that; or switch to an
    environment where your role is another.
  </EmptyState>
);
