import { Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface ResultTableProps {
  readonly title: string;
  readonly about?: string;
  /** The first one names the row; the others are numbers. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly ReactNode[] }[];
  /** In the place of a table without rows. */
  readonly none: string;
}

/** A table of what was before and would be after. */
export const ResultTable = ({ title, about, head, rows, none }: ResultTableProps) => (
  <section aria-label={title}>
    <Title order={2} size="h5">
      {title}
    </Title>
    {about !== undefined && (
      <Text size="sm" c="dimmed">
        {about}
      </Text>
    )}
    {rows.length === 0 ? (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    ) : (
      <Table.ScrollContainer type="native" minWidth={360} maxHeight={480} tabIndex={0}>
        <Table stickyHeader verticalSpacing={4} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              {head.map((name, index) => (
                <Table.Th key={name} scope="col" ta={index === 0 ? 'left' : 'right'}>
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, cells }) => (
              <Table.Tr key={id}>
                {cells.map((cell, index) => (
                  <Table.Td key={head[index]} ta={index === 0 ? 'left' : 'right'} className="numeric">
                    {cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    )}
  </section>
);

/** A number that tells by colour and sign whether it went up or down. */
export const Change = ({ units, text }: { readonly units: number; readonly text: string }) => (
  <Text span size="sm" {...(units === 0 ? { c: 'dimmed' } : { c: units > 0 ? 'green' : 'red' })}>
    {text}
  </Text>
);
