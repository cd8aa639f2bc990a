import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Credential } from './credential.js';

const credentials = new WeakMap<object, Credential>();

/** Ties a verified credential to its request; done by the guard alone. */
export const setCredential = (request: object, credential: Credential): void => {
  credentials.set(request, credential);
};

/** The verified caller, in a controller's parameters. Only on routes with `@Requires`. */
export const CurrentCredential = createParamDecorator((_data: unknown, context: ExecutionContext): Credential => {
  const credential = credentials.get(context.switchToHttp().getRequest<object>());
  if (!credential) {
    throw new Error('this route has no credential: it is public');
  }
  return credential;
});
