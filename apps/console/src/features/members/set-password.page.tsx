import { Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { EmptyState, Problem } from '../../ui/index.js';
import { useSetPassword } from './members.queries.js';
import { SHORTEST_PASSWORD, problemOfPassword } from './password.js';

/** Where the link of an invitation leads: chooses the password, once. */
export function SetPasswordPage() {
  // Read once: the address is cleaned, so that the token stays in no history.
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname), []);
  return (
    <Center component="main" mih="100dvh" p="md">
      {token === '' ? (
        <EmptyState title="This link is not whole">
          Open it just as you were given it. If it was used before, ask who manages members for a new one.
        </EmptyState>
      ) : (
        <ChoosePassword token={token} />
      )}
    </Center>
  );
}

function ChoosePassword({ token }: { readonly token: string }) {
  const { mutate, isPending, error } = useSetPassword();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { password: '', again: '' },
    validate: {
      password: problemOfPassword,
      again: (again, { password }) => (again === password ? null : 'It is not the same'),
    },
  });
  const choose = form.onSubmit(({ password }) =>
    mutate({ token, password }, { onSuccess: () => void navigate({ to: '/sign-in', replace: true }) }),
  );
  return (
    <Paper withBorder p="xl" w="100%" maw={400} component="form" onSubmit={choose}>
      <Stack>
        <Title order={1} size="h2">
          Choose your password
        </Title>
        <Text size="sm">{SHORTEST_PASSWORD} characters or more; no other rules. Then sign in with it.</Text>
        <PasswordInput
          label="Password"
          autoComplete="new-password"
          required
          autoFocus
          {...form.getInputProps('password')}
        />
        <PasswordInput label="Password again" autoComplete="new-password" required {...form.getInputProps('again')} />
        {error && <Problem error={error} />}
        <Button type="submit" loading={isPending}>
          Set the password
        </Button>
      </Stack>
    </Paper>
  );
}
