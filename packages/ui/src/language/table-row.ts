/** The cells of a table's row as written; a bar between quotation marks belongs to its text. */
export function cellsOf(row: string): readonly string[] {
  const inner = /^\s*\|(?<cells>.*)\|\s*$/su.exec(row)?.groups?.cells;
  if (inner === undefined) return [];
  return (inner.match(/(?:"(?:[^"\\]|\\.)*"|[^|"]|")*(?:\||$)/gu) ?? [])
    .slice(0, -1)
    .map((cell) => cell.replace(/\|$/u, '').trim());
}
