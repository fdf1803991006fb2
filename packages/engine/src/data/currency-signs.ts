/** How an amount of each currency may be marked beside its code; other currencies have only their code. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  CNY: ['¥', '￥', 'RMB', '元', '圆'],
  JPY: ['¥', '￥', '円'],
  USD: ['US\\$', '\\$'],
  EUR: ['€'],
  GBP: ['£'],
  HKD: ['HK\\$', '\\$'],
};

/** A pattern for the currency's own marks. Another currency's mark must not pass: an amount in dollars is not one in yuan. */
export function currencySigns(currency: string): string {
  return [currency, ...(SIGNS[currency] ?? [])].join('|');
}
