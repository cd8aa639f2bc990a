const MAX_DESCRIPTION = 250;

/** Why a condition failed, from what it asks. Cut short: the reason is stored with every event that a rule did not match. */
export const reasonOf = (description: string): string =>
  description.length > MAX_DESCRIPTION
    ? `${description.slice(0, MAX_DESCRIPTION)}… does not hold`
    : `${description} does not hold`;
