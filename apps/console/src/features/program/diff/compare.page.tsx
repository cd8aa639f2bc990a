import { Group, NumberInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { EmptyState, PageHeader } from '../../../ui/index.js';
import { Loaded } from '../../../ui/loaded.js';
import { useReleaseDiff } from '../program.queries.js';
import { ProgramTabs } from '../program-tabs.js';
import { DiffView } from './diff-view.js';

const route = getRouteApi('/frame/program/compare');

/** Any two releases side by side. */
export function ComparePage() {
  const { from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const diff = useReleaseDiff(from, to);
  const choose = (side: 'from' | 'to') => (value: string | number) => {
    const number = Number(value);
    if (number > 0) void navigate({ search: (before) => ({ ...before, [side]: number }), replace: true });
  };
  return (
    <>
      <PageHeader title="Compare releases" about="What the second says otherwise than the first." />
      <ProgramTabs active="/program/releases" />
      <Group mb="md" align="flex-end">
        <NumberInput label="Release" min={1} value={from} onChange={choose('from')} allowDecimal={false} w={120} />
        <NumberInput label="Beside release" min={1} value={to} onChange={choose('to')} allowDecimal={false} w={120} />
      </Group>
      {from === to ? (
        <EmptyState title="Both are the same release">Choose another one to compare with.</EmptyState>
      ) : (
        <Loaded query={diff}>
          {(data) => (
            <DiffView
              diff={data}
              beforeLabel={`Release ${from}`}
              afterLabel={`Release ${to}`}
              same="Both say the same."
            />
          )}
        </Loaded>
      )}
    </>
  );
}
