import { Alert, Anchor, Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type AdminSchemas, adminApi, answerOf } from '../../api/index.js';
import { useWindowTitle } from '../../ui/page-header.js';
import { Problem } from '../../ui/problem.js';
import { tokenIn } from './token-in.js';

const MIN_LENGTH = 12;

/** Where an invitation leads: the token, which is good for once, may stand behind `#` of the address, which no server sees. */
export function SetPasswordPage() {
  useWindowTitle('Set your password');
  const save = useMutation({
    mutationFn: (body: AdminSchemas['schemas']['SetPassword']) => answerOf(adminApi.POST('/v1/passwords', { body })),
  });
  // Read once: the address is cleaned, so that the token stays in no history.
  const [token] = useState(() => tokenIn(window.location.hash));
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname), []);
  const form = useForm({
    initialValues: { token, password: '', again: '' },
    validate: {
      password: (value) => (value.length < MIN_LENGTH ? `Use ${MIN_LENGTH} characters or more` : null),
      again: (value, { password }) => (value === password ? null : 'This is another password'),
    },
  });
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <Stack>
          <Title order={1} size="h2">
            Set your password
          </Title>
          {save.isSuccess ? (
            <Alert color="green" title="Your password is set">
              <Anchor component={Link} to="/sign-in">
                Sign in with it
              </Anchor>
            </Alert>
          ) : (
            <form onSubmit={form.onSubmit(({ token, password }) => save.mutate({ token: token.trim(), password }))}>
              <Stack>
                <Text size="sm" c="dimmed">
                  With the token that you were given. All your sessions end.
                </Text>
                <TextInput label="Token" required autoComplete="off" {...form.getInputProps('token')} />
                <PasswordInput
                  label="New password"
                  autoComplete="new-password"
                  required
                  {...form.getInputProps('password')}
                />
                <PasswordInput
                  label="New password again"
                  autoComplete="new-password"
                  required
                  {...form.getInputProps('again')}
                />
                {save.isError && <Problem error={save.error} />}
                <Button type="submit" loading={save.isPending}>
                  Set password
                </Button>
              </Stack>
            </form>
          )}
        </Stack>
      </Paper>
    </Center>
  );
}
