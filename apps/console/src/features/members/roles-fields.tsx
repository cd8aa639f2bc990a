import { Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { ENVIRONMENTS, ROLES, ROLE_ABOUT, type Role } from './roles.js';
import type { Roles } from './members.queries.js';

export interface RolesFieldsProps {
  readonly value: Roles;
  readonly onChange: (roles: Roles) => void;
}

const IN_ENVIRONMENT = ROLES.filter((role) => role !== 'owner');

/** A role for the whole tenant, and others for single environments. */
export function RolesFields({ value, onChange }: RolesFieldsProps) {
  const choose = (place: keyof Roles, role: string | null): void =>
    onChange({ ...value, [place]: (role as Role | null) ?? undefined });
  return (
    <Stack gap="xs">
      <Select
        label="Role"
        description="In every environment that is not named below."
        placeholder="none"
        data={ROLES}
        value={value.tenant ?? null}
        onChange={(role) => choose('tenant', role)}
        clearable
        clearButtonProps={{ 'aria-label': 'No role in the tenant' }}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {ENVIRONMENTS.map((environment) => (
          <Select
            key={environment}
            label={`In ${environment}`}
            placeholder="as above"
            data={IN_ENVIRONMENT}
            value={value[environment] ?? null}
            onChange={(role) => choose(environment, role)}
            clearable
            clearButtonProps={{ 'aria-label': `As above in ${environment}` }}
          />
        ))}
      </SimpleGrid>
      {value.tenant && (
        <Text size="sm" c="dimmed">
          {value.tenant}: {ROLE_ABOUT[value.tenant]}
        </Text>
      )}
    </Stack>
  );
}
