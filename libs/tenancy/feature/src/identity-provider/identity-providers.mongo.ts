import { type IdentityProvider, IdentityProviders } from '@laurel/platform-auth';
import { MONGO_DB } from '@laurel/platform-mongo';
import { Inject, Injectable } from '@nestjs/common';
import { type Collection, type Db, MongoServerError } from 'mongodb';
import { IDENTITY_PROVIDERS_COLLECTION, type IdentityProviderDocument } from './identity-provider.documents.js';

const DUPLICATE_KEY = 11_000;
/** How long MongoDB may take to answer. */
const LOOKUP_TIMEOUT_MS = 2_000;

/** Finds the identity providers of all workspaces, for those who verify tokens. */
@Injectable()
export class MongoIdentityProviders extends IdentityProviders {
  private readonly providers: Collection<IdentityProviderDocument>;

  constructor(@Inject(MONGO_DB) db: Db) {
    super();
    this.providers = db.collection<IdentityProviderDocument>(IDENTITY_PROVIDERS_COLLECTION);
  }

  override async all(): Promise<readonly IdentityProvider[]> {
    const found = await this.providers.find({}, { timeoutMS: LOOKUP_TIMEOUT_MS }).toArray();
    return found.map(({ _id, updatedAt: _time, ...provider }) => ({ ...provider, workspace: _id }));
  }
}

/** The identity provider of each workspace, for those who choose it. */
@Injectable()
export class MongoIdentityProviderStore {
  private readonly providers: Collection<IdentityProviderDocument>;

  constructor(@Inject(MONGO_DB) db: Db) {
    this.providers = db.collection<IdentityProviderDocument>(IDENTITY_PROVIDERS_COLLECTION);
  }

  async find(workspace: string): Promise<IdentityProviderDocument | undefined> {
    return (await this.providers.findOne({ _id: workspace })) ?? undefined;
  }

  /**
   * @returns the one before, if any; `in_use` when another workspace has the same issuer and audience, since a token must belong to one
   */
  async put(provider: IdentityProviderDocument): Promise<IdentityProviderDocument | undefined | 'in_use'> {
    try {
      return (await this.providers.findOneAndReplace({ _id: provider._id }, provider, { upsert: true })) ?? undefined;
    } catch (error) {
      if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return 'in_use';
      throw error;
    }
  }

  /** @returns the one that was removed, if any */
  async remove(workspace: string): Promise<IdentityProviderDocument | undefined> {
    return (await this.providers.findOneAndDelete({ _id: workspace })) ?? undefined;
  }
}
