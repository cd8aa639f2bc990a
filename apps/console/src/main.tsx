import '@mantine/core/styles.css';
import '@mantine/charts/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/app.css';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut, queryClient } from './api/index.js';
import { live } from './api/live.js';
import { router } from './app/router.js';
import { followSession } from './app/live-session.js';
import { onOtherTabs } from './app/other-tabs.js';
import { SESSION_KEY } from './app/session-identity.js';
import { cssVariables, theme } from './app/theme.js';

// Wherever the session ends, the way back to the same page is kept.
onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in' || pathname === '/set-password') return;
  queryClient.removeQueries({ queryKey: SESSION_KEY });
  void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { to: href } });
});

onOtherTabs(() => location.reload());
followSession(queryClient, live);

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="top-right" />
        <ModalsProvider>
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
