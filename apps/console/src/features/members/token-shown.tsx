import { Time } from '../../ui/index.js';
import { ShownOnce } from '../../ui/shown-once.js';

export interface TokenShownProps {
  readonly token: { readonly passwordToken: string; readonly passwordTokenExpiresAt: string };
  readonly email: string;
  readonly onClose: () => void;
}

/** The link that sets a password once. The token is in its fragment: no server and no log sees it. */
export const TokenShown = ({ token, email, onClose }: TokenShownProps) => (
  <ShownOnce
    title={`Link for ${email}`}
    label="link"
    secret={`${window.location.origin}/set-password#${token.passwordToken}`}
    onClose={onClose}
  >
    Hand it over in private: whoever opens it chooses the password. It ends <Time at={token.passwordTokenExpiresAt} />.
  </ShownOnce>
);
