import { Button, Card, PasswordInput, SimpleGrid, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSession } from '../../app/session.queries.js';
import { Problem, Time } from '../../ui/index.js';
import { Facts } from '../../ui/facts.js';
import { useChangePassword } from './members.queries.js';
import { OwnTotp } from './own-totp.js';
import { SHORTEST_PASSWORD, problemOfPassword } from './password.js';

/** What everybody may change of their own. */
export function OwnSignIn() {
  const { operator, tenant, environment, role, endsAt } = useSession();
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Card withBorder component="section" aria-label="You">
        <Title order={2} size="h5" mb="xs">
          You
        </Title>
        <Facts
          label="You"
          facts={[
            ['Name', operator.name],
            ['E-mail', operator.email],
            ['Tenant', tenant],
            [`Role in ${environment}`, role],
            ['Signed in until', <Time key="ends" at={endsAt} as="instant" />],
          ]}
        />
      </Card>
      <ChangePassword />
      <OwnTotp />
    </SimpleGrid>
  );
}

function ChangePassword() {
  const { mutate, isPending, error } = useChangePassword();
  const { operator } = useSession();
  const form = useForm({
    initialValues: { password: '', newPassword: '', again: '' },
    validate: {
      newPassword: problemOfPassword,
      again: (again, { newPassword }) => (again === newPassword ? null : 'It is not the same'),
    },
  });
  const change = form.onSubmit(({ password, newPassword }) =>
    mutate({ password, newPassword }, { onSuccess: () => form.reset() }),
  );
  return (
    <Card withBorder component="section" aria-label="Password">
      <Title order={2} size="h5" mb="xs">
        Password
      </Title>
      <form onSubmit={change}>
        <Stack>
          <input type="hidden" name="username" autoComplete="username" value={operator.email} readOnly />
          <PasswordInput
            label="The password in use"
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <PasswordInput
            label="New password"
            description={`${SHORTEST_PASSWORD} characters or more; no other rules.`}
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
          />
          <PasswordInput
            label="New password again"
            autoComplete="new-password"
            required
            {...form.getInputProps('again')}
          />
          {error && <Problem error={error} />}
          <Button type="submit" loading={isPending} style={{ alignSelf: 'flex-start' }}>
            Change the password
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
