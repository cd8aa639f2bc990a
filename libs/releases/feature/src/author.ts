import { type Credential, actorOf } from '@laurel/platform-auth';

/** Whom a change is ascribed to: the id of the key, or of the player whose token it was. */
export const authorOf = (credential: Credential): string => actorOf(credential).id;
