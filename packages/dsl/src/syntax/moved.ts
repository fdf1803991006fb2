import type { Span } from '../text/span.js';

/** A copy of what was read elsewhere, every span in it moved by that many characters. */
export function moved<Value>(value: Value, by: number): Value {
  return (by === 0 ? value : move(value, by)) as Value;
}

function move(value: unknown, by: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => move(part, by));
  if (isSpan(value)) return { start: value.start + by, end: value.end + by };
  const copy: Record<string, unknown> = { ...value };
  for (const key of Object.keys(copy)) {
    const part = copy[key];
    if (typeof part === 'object' && part !== null) copy[key] = move(part, by);
  }
  return copy;
}

const isSpan = (value: object): value is Span => 'start' in value && 'end' in value;
