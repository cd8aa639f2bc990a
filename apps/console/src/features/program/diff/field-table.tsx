import { Code, Table, Text } from '@mantine/core';
import { type Field, inWords } from './fields.js';

export interface FieldTableProps {
  readonly fields: readonly Field[];
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

/** What differs, side by side. */
export const FieldTable = ({ fields, beforeLabel, afterLabel }: FieldTableProps) => (
  <Table.ScrollContainer type="native" minWidth={420} w="100%" tabIndex={0}>
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Field</Table.Th>
          <Table.Th scope="col">{beforeLabel}</Table.Th>
          <Table.Th scope="col">{afterLabel}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map((field) => (
          <Table.Tr key={field.path}>
            <Table.Td className="mono" style={{ verticalAlign: 'top' }}>
              {field.path || '/'}
            </Table.Td>
            <Side value={inWords(field.before)} mark="−" color="red" />
            <Side value={inWords(field.after)} mark="+" color="green" />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);

interface SideProps {
  readonly value: string;
  readonly mark: string;
  readonly color: 'red' | 'green';
}

/** One side; a sign says which, for who does not see colours. */
const Side = ({ value, mark, color }: SideProps) => (
  <Table.Td
    style={{ verticalAlign: 'top', background: value === '' ? undefined : `var(--mantine-color-${color}-light)` }}
  >
    {value === '' ? (
      <Text span size="sm" c="dimmed">
        not there
      </Text>
    ) : (
      <Code bg="transparent" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {`${mark} ${value}`}
      </Code>
    )}
  </Table.Td>
);
