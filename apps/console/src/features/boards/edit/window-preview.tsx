import { Alert, Badge, Stack, Table, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { instantOf } from '../../../ui/index.js';
import { Loading } from '../../../ui/loading.js';
import { useWindowPreview } from './draft.queries.js';
import type { Doc } from './edited-board.js';
import { useField } from './form.context.js';

/** The windows that the definitions give, while they are being written. */
export function WindowPreview() {
  const { value } = useField('/board/windows');
  const { value: grace } = useField('/board/graceSeconds');
  const [windows] = useDebouncedValue(Array.isArray(value) ? (value as readonly Doc[]) : [], 300);
  const { data, error, isPlaceholderData } = useWindowPreview(windows, typeof grace === 'number' ? grace : undefined);
  if (error) {
    return <Alert color="gray">The next windows are shown here as soon as the definitions are right.</Alert>;
  }
  if (!data) return <Loading label="Next windows" size="sm" />;
  const upcoming = [...data.upcoming].sort(
    (left, right) => Date.parse(left.start ?? '') - Date.parse(right.start ?? ''),
  );
  const rows = [
    ...data.open.map((window) => ({ ...window, isOpen: true })),
    ...upcoming.slice(0, 10).map((window) => ({ ...window, isOpen: false })),
  ];
  return (
    <Stack gap="xs" opacity={isPlaceholderData ? 0.6 : 1}>
      <Title order={3} size="h6">
        Next windows
      </Title>
      <Table aria-label="Next windows" fz="xs" verticalSpacing={4} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Window</Table.Th>
            <Table.Th>Begins</Table.Th>
            <Table.Th>Ends</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, start, end, timeZone, isOpen }) => (
            <Table.Tr key={key}>
              <Table.Td>
                {key}{' '}
                {isOpen && (
                  <Badge size="xs" variant="light" tt="none">
                    running
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{start === null ? 'ever' : <Moment at={start} />}</Table.Td>
              <Table.Td title={`Zone ${timeZone}`}>{end === null ? 'never' : <Moment at={end} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        In the time of this browser. In the workspace it is {instantOf(data.now)}.
      </Text>
    </Stack>
  );
}

const short = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
});

/** Day and time: a list of windows is in one year, mostly. */
const Moment = ({ at }: { readonly at: string }) => (
  <time dateTime={at} title={instantOf(at)}>
    {short.format(new Date(at))}
  </time>
);
