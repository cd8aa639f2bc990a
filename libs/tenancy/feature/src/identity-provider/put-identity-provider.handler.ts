import { randomUUID } from 'node:crypto';
import { type Clock, type DomainError, type FieldProblem, type Result, err, ok } from '@laurel/kernel';
import { type IdentityProvider, PLAYER_TOKEN, readJwks } from '@laurel/platform-auth';
import { type Reach, problemOfUrl } from '@laurel/platform-http';
import { tenancyErrors } from '@laurel/tenancy-domain';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../clock.js';
import type { IdentityProviderDocument } from './identity-provider.documents.js';
import { MongoIdentityProviderStore } from './identity-providers.mongo.js';

/** Injects the `Reach` of key sets' addresses. */
export const JWKS_REACH = Symbol('laurel.tenancy.jwks-reach');

/** A provider before and after. */
export interface PutIdentityProvider {
  readonly before: IdentityProviderDocument | undefined;
  readonly after: IdentityProviderDocument;
}

@Injectable()
export class PutIdentityProviderHandler {
  constructor(
    private readonly store: MongoIdentityProviderStore,
    @Inject(JWKS_REACH) private readonly reach: Reach,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Chooses who signs player tokens of the workspace. Its keys are read once, so that a mistake is told here and not by every player.
   * Errors: `tenancy.invalid_identity_provider`, `tenancy.identity_provider_in_use`.
   */
  async handle(
    workspace: string,
    provider: Omit<IdentityProvider, 'workspace' | 'revision'>,
  ): Promise<Result<PutIdentityProvider, DomainError>> {
    const problem = provider.issuer === PLAYER_TOKEN.issuer ? OWN_ISSUER : await this.problemOf(provider.jwksUrl);
    if (problem) return err(tenancyErrors.invalidIdentityProvider('See `errors`.', { errors: [problem] }));
    const after = { ...provider, _id: workspace, revision: randomUUID(), updatedAt: this.clock.now() };
    const before = await this.store.put(after);
    return before === 'in_use' ? err(IN_USE) : ok({ before, after });
  }

  private async problemOf(jwksUrl: string): Promise<FieldProblem | undefined> {
    const path = '/jwksUrl';
    if (!URL.canParse(jwksUrl)) return { path, rule: 'url', message: 'must be an https: URL' };
    const refused = problemOfUrl(new URL(jwksUrl), this.reach);
    if (refused !== undefined) return { path, rule: 'url', message: refused };
    try {
      const { keys } = await readJwks(jwksUrl, this.reach);
      return keys.length > 0 ? undefined : { path, rule: 'jwks', message: 'must lead to at least one key' };
    } catch {
      // Why is not told: the answers of other machines are nobody's to see.
      return { path, rule: 'jwks', message: 'must lead to a set of public keys, at a public address, in five seconds' };
    }
  }
}

const OWN_ISSUER: FieldProblem = { path: '/issuer', rule: 'issuer', message: 'must not be that of minted tokens' };
const IN_USE = tenancyErrors.identityProviderInUse('Choose an audience that is for this workspace alone.');
