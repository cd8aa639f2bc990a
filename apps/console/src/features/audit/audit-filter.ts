/** What the audit log is asked for, as it stands in the address of the page. */
export interface AuditFilter {
  /** Id of a key, an operator or a player. */
  readonly actor?: string;
  readonly action?: string;
  readonly target?: string;
  /** Local date and time, as the field gives it. */
  readonly from?: string;
  readonly to?: string;
}

const FIELDS = ['actor', 'action', 'target', 'from', 'to'] as const;

/** The filter in an address that anybody may have typed. */
export function auditFilterOf(search: Readonly<Record<string, unknown>>): AuditFilter {
  const given = FIELDS.flatMap((field) => {
    const value = search[field];
    return (typeof value === 'string' || typeof value === 'number') && value !== '' ? [[field, String(value)]] : [];
  });
  return Object.fromEntries(given) as AuditFilter;
}

/** The filter as the API takes it: times in UTC; what is no time is left out. */
export function auditQueryOf({ from, to, ...rest }: AuditFilter): AuditFilter {
  return auditFilterOf({ ...rest, from: instantOf(from), to: instantOf(to) });
}

function instantOf(local: string | undefined): string | undefined {
  const at = new Date(local ?? '');
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
