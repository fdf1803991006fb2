/** A sentence in which what stands between back quotes is code. */
export function inlineCode(tag: 'p' | 'span', sentence: string): HTMLElement {
  const element = document.createElement(tag);
  for (const [index, piece] of sentence.split('`').entries()) {
    if (index % 2 === 0) element.append(piece);
    else {
      const code = document.createElement('code');
      code.textContent = piece;
      element.append(code);
    }
  }
  return element;
}
