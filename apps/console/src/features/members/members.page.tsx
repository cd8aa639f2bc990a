import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../../app/session.queries.js';
import { PageHeader } from '../../ui/index.js';
import { ClockPanel } from '../clock/clock-panel.js';
import { MembersPanel } from './members-panel.js';
import { OwnSignIn } from './own-sign-in.js';
import type { MembersTab } from './routes.js';

/** Who may sign in, how you do, and what time it is in an environment for trying things out. */
export function MembersPage() {
  const { permissions, environment } = useSession();
  const mayRead = permissions.includes('operators:read');
  const hasClock = permissions.includes('clock:read') && environment === 'dev';
  const { tab = mayRead ? 'members' : 'sign-in' } = useSearch({ from: '/frame/members' });
  const navigate = useNavigate();
  const show = (next: string | null): void => {
    void navigate({ to: '/members', search: { tab: next as MembersTab }, replace: true });
  };
  return (
    <>
      <PageHeader title="Members" about="Who may sign in and what they may do; and your own sign-in." />
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          {mayRead && <Tabs.Tab value="members">Members</Tabs.Tab>}
          <Tabs.Tab value="sign-in">Your sign-in</Tabs.Tab>
          {hasClock && <Tabs.Tab value="clock">Test clock</Tabs.Tab>}
        </Tabs.List>
        {mayRead && (
          <Tabs.Panel value="members">
            <MembersPanel />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="sign-in">
          <OwnSignIn />
        </Tabs.Panel>
        {hasClock && (
          <Tabs.Panel value="clock">
            <ClockPanel />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}
