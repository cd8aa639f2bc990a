import type { Credential } from '@laurel/platform-auth';

/** Whether a credential may be in anyone's hands: what it reads, a client may show. */
export const isPublic = ({ kind }: Credential): boolean => kind === 'player_token' || kind === 'publishable_key';
