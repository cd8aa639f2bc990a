import { createTheme } from '@mantine/core';

/** Laurel green. Shades are chosen so that text on them and links in them have enough contrast in both schemes. */
export const theme = createTheme({
  primaryColor: 'green',
  primaryShade: { light: 9, dark: 8 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
});
