const whole = new Intl.NumberFormat('en');

/** A number with its thousands apart; a dash where there is none. */
export const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : whole.format(value);

/** An amount as people write it: 9999 under a scale of 2 is 99.99. */
export function scaled(amount: number, scale = 0): string {
  const digits = String(Math.abs(amount)).padStart(scale + 1, '0');
  const units = whole.format(Number(digits.slice(0, digits.length - scale)));
  const part = scale === 0 ? '' : `.${digits.slice(-scale)}`;
  return `${amount < 0 ? '-' : ''}${units}${part}`;
}

/** A difference with its sign. */
export const signed = (amount: number, scale = 0): string =>
  amount > 0 ? `+${scaled(amount, scale)}` : scaled(amount, scale);
