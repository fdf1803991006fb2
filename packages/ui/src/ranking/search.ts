import type { TextChunk, TextColumn } from './table.js';

/**
 * Marks the rows whose text holds `text`, never minding the case of ASCII letters. It searches the bytes as they came, so a
 * keystroke over a million names makes no strings.
 */
export function markMatches(column: TextColumn, text: string, mark: Uint8Array): void {
  const needle = new TextEncoder().encode(text.toLowerCase());
  if (needle.length === 0) return;
  for (const chunk of column.chunks) markChunk(chunk, needle, mark);
}

function markChunk(chunk: TextChunk, needle: Uint8Array, mark: Uint8Array): void {
  const { offsets, bytes, first, length } = chunk;
  const start = offsets[0] ?? 0;
  const end = offsets[length] ?? 0;
  const head = needle[0] ?? 0;
  let row = 0;
  for (let at = start; at + needle.length <= end; at++) {
    if (lower(bytes[at] ?? 0) !== head || !matchesAt(bytes, at, needle)) continue;
    while ((offsets[row + 1] ?? end) <= at) row++;
    const rowEnd = offsets[row + 1] ?? end;
    if (at + needle.length > rowEnd) continue;
    mark[first + row] = 1;
    at = rowEnd - 1;
  }
}

function matchesAt(bytes: Uint8Array, at: number, needle: Uint8Array): boolean {
  for (let i = 1; i < needle.length; i++) if (lower(bytes[at + i] ?? 0) !== needle[i]) return false;
  return true;
}

/** ASCII capitals to small letters; bytes of other characters are all above them. */
function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}
