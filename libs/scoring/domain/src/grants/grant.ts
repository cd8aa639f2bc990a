/** One thing that is given; amounts are in units of the scale of what they are of. */
export type GrantPart =
  | { readonly currency: string; readonly amount: number }
  | { readonly stat: string; readonly amount: number }
  | { readonly title: string }
  | { readonly item: string; readonly quantity: number };

/** What the record of a payment says of it. */
export interface GrantPayment {
  readonly parts: readonly GrantPart[];
}

/** What the record of a payment that is taken back says of it. */
export interface GrantRevocation extends GrantPayment {
  /** Event time of the payment, ms. */
  readonly paidFor: number;
}

/** Stands where the effects of a payment name their rule; no rule can be called so. */
export const GRANT = 'laurel.grant';
