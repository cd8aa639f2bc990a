import { ScrollArea, Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

const TABS = [
  { value: '/program', label: 'Draft' },
  { value: '/program/changes', label: 'Changes' },
  { value: '/program/dry-run', label: 'Dry run' },
  { value: '/program/releases', label: 'Releases' },
  { value: '/program/source', label: 'Source' },
] as const;

export type ProgramTab = (typeof TABS)[number]['value'];

/** Where one is among the pages of the program. */
export function ProgramTabs({ active }: { readonly active: ProgramTab }) {
  const navigate = useNavigate();
  return (
    <Tabs
      value={active}
      onChange={(next) => {
        const tab = TABS.find(({ value }) => value === next);
        if (tab) void navigate({ to: tab.value });
      }}
      mb="md"
    >
      <ScrollArea type="never">
        <Tabs.List style={{ flexWrap: 'nowrap' }} aria-label="Pages of the program">
          {TABS.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </ScrollArea>
    </Tabs>
  );
}
