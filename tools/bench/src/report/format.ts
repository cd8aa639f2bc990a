/** A number without decimals, its thousands apart. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** Milliseconds with as many digits as mean something. */
export function milliseconds(ms: number): string {
  if (ms === 0) return '0';
  return ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : whole(ms);
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`;
