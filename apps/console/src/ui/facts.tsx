import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

export interface FactsProps {
  readonly label: string;
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** Names with their values, one a line. */
export const Facts = ({ label, facts }: FactsProps) => (
  <Table aria-label={label} layout="auto">
    <Table.Tbody>
      {facts.map(([name, value]) => (
        <Table.Tr key={name}>
          <Table.Th scope="row" w="35%" style={{ wordBreak: 'break-word' }}>
            {name}
          </Table.Th>
          <Table.Td style={{ wordBreak: 'break-word' }}>{value}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
