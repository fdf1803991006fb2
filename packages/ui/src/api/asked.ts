/** What of the rulebook an address asks for: one of its scenarios, and numbers put on top. */
const PARAMETERS = ['scenario', 'set'] as const;

/** The same parameters, ready to be put behind another address with `&`; empty when it is the rulebook as it stands. */
export function askedBy(address: URL): string {
  const asked = new URLSearchParams();
  for (const name of PARAMETERS) for (const value of address.searchParams.getAll(name)) asked.append(name, value);
  const text = asked.toString();
  return text === '' ? '' : `&${text}`;
}

/** The same place under another scenario, without the numbers on top; null: under none. */
export function underScenario(address: URL, scenario: string | null): string {
  const next = new URL(address);
  for (const name of PARAMETERS) next.searchParams.delete(name);
  if (scenario !== null) next.searchParams.set('scenario', scenario);
  return next.href;
}
