/** What is made of each part, when each is whole; null when one is not. */
export function wholes<Part, Made>(
  parts: readonly Part[],
  make: (part: Part, index: number) => Made | null | undefined,
): Made[] | null {
  const made = parts.map(make);
  const whole = made.filter((one) => one !== null && one !== undefined);
  return whole.length < parts.length ? null : whole;
}

/** What is made of a part that may be left out: null without the part, undefined when it is there but not whole. */
export function optional<Part, Made>(
  part: Part | null | undefined,
  make: (part: Part) => Made | null | undefined,
): Made | null | undefined {
  return part === null || part === undefined ? null : (make(part) ?? undefined);
}
