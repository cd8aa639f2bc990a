/** An amount as people write it: 9999 under a scale of 2 is 99.99. */
export function scaled(amount: number, scale = 0): string {
  const digits = String(Math.abs(amount)).padStart(scale + 1, '0');
  const whole = Number(digits.slice(0, digits.length - scale)).toLocaleString('en');
  const part = scale === 0 ? '' : `.${digits.slice(-scale)}`;
  return `${amount < 0 ? '-' : ''}${whole}${part}`;
}
