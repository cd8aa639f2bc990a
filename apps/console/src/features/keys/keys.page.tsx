import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { usePermission } from '../../app/session.queries.js';
import { PageHeader } from '../../ui/index.js';
import { IdentityProviderPanel } from './identity-provider.js';
import { KeysPanel } from './keys-panel.js';
import type { KeysTab } from './routes.js';

/** What opens the environment to programs: its keys, and the tokens of an identity provider. */
export function KeysPage() {
  const { tab = 'keys' } = useSearch({ from: '/frame/keys' });
  const navigate = useNavigate();
  const mayReadProvider = usePermission('identity_provider:read');
  const show = (next: string | null): void => {
    void navigate({ to: '/keys', search: next === 'keys' ? {} : { tab: next as KeysTab }, replace: true });
  };
  return (
    <>
      <PageHeader
        title="Keys"
        about="What opens this environment to your servers and to the clients of your players."
      />
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="keys">Keys</Tabs.Tab>
          {mayReadProvider && <Tabs.Tab value="identity-provider">Identity provider</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="keys">
          <KeysPanel />
        </Tabs.Panel>
        <Tabs.Panel value="identity-provider">
          <IdentityProviderPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
