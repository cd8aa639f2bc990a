import { Code, ScrollArea } from '@mantine/core';

export interface JsonBlockProps {
  /** Anything that JSON can hold, or a text that is shown as it is. */
  readonly value: unknown;
  /** Names it to who cannot see it. */
  readonly label: string;
}

/** Data as it is, for reading and copying. */
export const JsonBlock = ({ value, label }: JsonBlockProps) => (
  <ScrollArea.Autosize mah={420} type="auto" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}>
    <Code block>{typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)}</Code>
  </ScrollArea.Autosize>
);
