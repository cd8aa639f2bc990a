const whole = new Intl.NumberFormat('en');

/** A whole number with its thousands apart; a dash where there is none. */
export const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : whole.format(value);

/** A change with its sign. */
export const signed = (value: number): string => (value > 0 ? `+${whole.format(value)}` : whole.format(value));
