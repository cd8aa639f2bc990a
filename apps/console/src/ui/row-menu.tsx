import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export interface RowMenuProps {
  /** What the row is called. */
  readonly name: string;
  /** Items of the menu. */
  readonly children: ReactNode;
}

/** What can be done with what a row shows. */
export const RowMenu = ({ name, children }: RowMenuProps) => (
  <Menu position="bottom-end" withinPortal>
    <Menu.Target>
      <Button size="compact-xs" variant="subtle" aria-label={`Actions of ${name}`}>
        <IconDots size={16} aria-hidden />
      </Button>
    </Menu.Target>
    <Menu.Dropdown>{children}</Menu.Dropdown>
  </Menu>
);
