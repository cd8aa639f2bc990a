import { type CSSVariablesResolver, Drawer, Loader, Modal, Notification, createTheme } from '@mantine/core';

/** Laurel green. Its eighth shade has enough contrast as text on white and under white text. */
const laurel = [
  ...(['#eaf7ee', '#d6edde', '#aedbbd', '#83c999', '#5fb97b'] as const),
  ...(['#48af68', '#3caa5d', '#2c954d', '#1f7a3c', '#12602c'] as const),
] as const;

export const theme = createTheme({
  colors: { laurel },
  primaryColor: 'laurel',
  primaryShade: 8,
  components: {
    // Without a role nobody may give it a name, and who cannot see it would not hear of it.
    Loader: Loader.extend({ defaultProps: { role: 'status' } }),
    // A cross says nothing to who cannot see it.
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Drawer: Drawer.extend({
      defaultProps: { position: 'right', size: 'lg', closeButtonProps: { 'aria-label': 'Close' } },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } }),
  },
  // Black text on what is brighter than this, white on what is darker: either has a contrast of 4.5.
  autoContrast: true,
  luminanceThreshold: 0.18,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
});

/** What is dimmed must still be readable: the components' own greys fall short of a contrast of 4.5. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545b62',
    '--mantine-color-placeholder': '#6b7178',
    '--mantine-color-error': '#c01f1f',
    '--mantine-color-red-light-color': '#a61e1e',
    '--mantine-color-yellow-light-color': '#7a4a00',
    '--mantine-color-green-light-color': '#1b6e31',
    '--mantine-color-green-text': '#1b6e31',
    '--mantine-color-blue-light-color': '#135a9c',
    '--mantine-color-orange-light-color': '#8f3d00',
    '--mantine-color-gray-light-color': '#495057',
  },
  dark: { '--mantine-color-dimmed': '#a6a7ab', '--mantine-color-placeholder': '#969799' },
});
