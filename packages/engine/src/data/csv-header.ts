/** The fields of the first record: quoted fields may hold delimiters, doubled quotes and line ends. */
export function readHeader(text: string, delimiter: string): readonly string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  const start = text.startsWith('\ufeff') ? 1 : 0;
  for (let at = start; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted && letter === '"' && text.charAt(at + 1) === '"') {
      field += '"';
      at++;
    } else if (letter === '"' && (quoted || field === '')) quoted = !quoted;
    else if (quoted) field += letter;
    else if (letter === delimiter) {
      fields.push(field);
      field = '';
    } else if (letter === '\n' || letter === '\r') {
      // Blank lines above the header are nothing.
      if (field.trim() !== '' || fields.length > 0) break;
    } else field += letter;
  }
  return [...fields, field].map((each) => each.trim());
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The delimiter that the first lines plainly use: each has it equally often, and more often than any other; else null. */
export function plainDelimiter(text: string): string | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const sampled = (lines.length > 1 ? lines.slice(0, -1) : lines).slice(0, 20);
  const found = DELIMITERS.map((delimiter) => ({ delimiter, fields: readHeader(sampled[0] ?? '', delimiter).length }))
    .filter(({ fields }) => fields > 1)
    .filter(({ delimiter, fields }) => sampled.every((line) => readHeader(line, delimiter).length === fields))
    .sort((one, other) => other.fields - one.fields);
  return found[0]?.delimiter ?? null;
}
