import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Credential } from './credential.js';

const CREDENTIAL = Symbol('laurel.credential');

/** A request, on which the guard leaves the caller: a property, since a weak map of requests burdens every garbage collection. */
interface Guarded {
  [CREDENTIAL]?: Credential;
}

/** Ties a verified credential to its request; done by the guard alone. */
export const setCredential = (request: object, credential: Credential): void => {
  (request as Guarded)[CREDENTIAL] = credential;
};

/** The verified caller of a request; undefined on public routes. */
export const credentialOf = (request: object): Credential | undefined => (request as Guarded)[CREDENTIAL];

/** The verified caller, in a controller's parameters. Only on routes with `@Requires`. */
export const CurrentCredential = createParamDecorator((_data: unknown, context: ExecutionContext): Credential => {
  const credential = credentialOf(context.switchToHttp().getRequest<object>());
  if (!credential) {
    throw new Error('this route has no credential: it is public');
  }
  return credential;
});
