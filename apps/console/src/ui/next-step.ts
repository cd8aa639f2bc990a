import type { Problem } from '../api/problem.js';

const BY_CODE: Readonly<Record<string, string>> = {
  'console.unreachable': 'Check that the gateways run and that you are online, then try again.',
  'auth.forbidden': 'Your role here does not include this. Somebody who manages members can change it.',
  'auth.csrf': 'Reload the page, then try again.',
  'operators.sign_in_refused':
    'Check what you typed. If you have forgotten the password, ask who manages members for a new link.',
  'operators.too_many_attempts': 'Wait a few minutes, then try again.',
  'releases.draft_moved': 'Somebody else changed the draft. Reload to see it, then make your change again.',
};

/** What to do about a problem, in a sentence: by its code where that says more than its status. */
export function nextStep({ code, status, errors }: Problem): string {
  const known = BY_CODE[code];
  if (known) return known;
  if (errors && errors.length > 0) return 'Correct what is named above, then try again.';
  if (status === 401) return 'Sign in again.';
  if (status === 403) return 'Your role here does not include this. Somebody who manages members can change it.';
  if (status === 404) return 'It may have been removed, or it is in another environment: check the switch above.';
  if (status === 409 || status === 412) return 'It has changed meanwhile. Reload, then try again.';
  if (status === 429) return 'Requests come too fast. Wait a moment, then try again.';
  if (status >= 500)
    return 'Nothing is lost. Try again in a moment; if it stays, look at the service’s logs by the request id.';
  return 'Correct the input, then try again.';
}
