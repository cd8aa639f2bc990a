/** Where the event log put an event: what the 202 of `POST /v1/events` says. */
export interface Receipt {
  readonly partition: number;
  readonly offset: number;
}

/** `<partition>:<offset>`, as a query parameter. */
export const RECEIPT_PATTERN = /^(\d{1,4}):(\d{1,15})$/;

export function parseReceipt(text: string): Receipt | undefined {
  const [, partition, offset] = RECEIPT_PATTERN.exec(text) ?? [];
  return partition === undefined || offset === undefined
    ? undefined
    : { partition: Number(partition), offset: Number(offset) };
}
