import { Api } from './api.js';
import type { LaurelStack } from './laurel-stack.js';
import { runScript } from './service-process.js';

/** Who signs in. */
export interface TestOwner {
  readonly email: string;
  readonly password: string;
}

/** Makes an owner of a tenant that has a workspace, with a password, as `npm start` does for the demo. */
export async function createOwner(stack: LaurelStack, tenant: string): Promise<TestOwner> {
  const owner: TestOwner = { email: `owner@${tenant}.example`, password: 'a password of twelve characters' };
  const args = ['--tenant', tenant, '--email', owner.email];
  const output = await runScript('admin-gateway', 'create-owner.js', args, stack.environment);
  const { passwordToken } = JSON.parse(output.trim().split('\n').at(-1) ?? '') as { passwordToken: string };
  const { status } = await post(stack, '/v1/passwords', { token: passwordToken, password: owner.password });
  if (status !== 204) throw new Error(`the owner of ${tenant} could not be given a password: ${status}`);
  return owner;
}

/** Signs in to the admin gateway. @returns the APIs as they are to who is signed in, by cookie */
export async function signIn(stack: LaurelStack, owner: TestOwner): Promise<Api> {
  const answer = await post(stack, '/v1/sessions', owner);
  const [cookie] = answer.headers.get('set-cookie')?.split(';') ?? [];
  if (answer.status !== 201 || !cookie) throw new Error(`${owner.email} could not sign in: ${answer.status}`);
  return new Api(stack, { cookie, 'x-laurel-csrf': '1' });
}

const post = (stack: LaurelStack, path: string, body: object): Promise<Response> =>
  fetch(`${stack.admin.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
