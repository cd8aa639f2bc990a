import { Anchor, Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { problemOf } from '../../api/index.js';
import { useWindowTitle } from '../../ui/page-header.js';
import { Problem } from '../../ui/problem.js';
import { useSignIn } from '../session.queries.js';

/** Asked for where the operator has set up one-time codes: then a third field appears. */
const CODE_REQUIRED = 'operators.code_required';

export function SignInPage() {
  useWindowTitle('Sign in');
  const signIn = useSignIn();
  const router = useRouter();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  const form = useForm({ initialValues: { email: '', password: '', code: '' } });
  const asksForCode = form.values.code !== '' || (signIn.isError && problemOf(signIn.error).code === CODE_REQUIRED);

  const submit = form.onSubmit(({ email, password, code }) => {
    const entered = code.replaceAll(' ', '');
    signIn.mutate(
      { email, password, ...(entered ? { code: entered } : {}) },
      { onSuccess: () => (to ? router.history.push(to) : void navigate({ to: '/' })) },
    );
  });

  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w="100%" maw={400} component="form" onSubmit={submit}>
        <Stack>
          <Title order={1} size="h2">
            Sign in to Laurel
          </Title>
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          {asksForCode && (
            <TextInput
              label="One-time code"
              description="From your authenticator, or one of your recovery codes."
              autoComplete="one-time-code"
              required
              autoFocus
              {...form.getInputProps('code')}
            />
          )}
          {signIn.isError && problemOf(signIn.error).code !== CODE_REQUIRED && <Problem error={signIn.error} />}
          <Button type="submit" loading={signIn.isPending}>
            Sign in
          </Button>
          <Text size="xs" c="dimmed">
            Somebody who manages members invites you, or gives you a token to{' '}
            <Anchor component={Link} to="/set-password" inherit underline="always">
              set a new password
            </Anchor>
            .
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}
