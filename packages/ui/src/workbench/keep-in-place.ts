/** How long the page may take to settle: charts are drawn anew at their new width. */
const SETTLING_MS = 500;

/**
 * Keeps an element where it stands in the window while the page around it changes its shape, so that opening a panel beside
 * the report does not carry away what was being read. A reader who scrolls meanwhile has the last word.
 */
export function keepInPlace(anchor: Element): void {
  const top = anchor.getBoundingClientRect().top;
  const end = performance.now() + SETTLING_MS;
  let isLeft = false;
  const leave = (): void => {
    isLeft = true;
  };
  for (const name of MOVES) addEventListener(name, leave, { once: true, passive: true });
  const hold = (): void => {
    if (!isLeft && anchor.isConnected) {
      const moved = anchor.getBoundingClientRect().top - top;
      if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
    }
    if (!isLeft && performance.now() < end) requestAnimationFrame(hold);
    else for (const name of MOVES) removeEventListener(name, leave);
  };
  requestAnimationFrame(hold);
}

const MOVES = ['wheel', 'touchmove', 'pointerdown'] as const;

/** What the reader has before them: where the focus is, if it is in sight; else the first part of the report under the header. */
export function inView(parts: Iterable<Element>): Element | null {
  const isSeen = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 70 && top < innerHeight;
  };
  const focused = document.activeElement;
  const all = [...parts];
  if (focused !== null && all.some((part) => part.contains(focused)) && isSeen(focused)) return focused;
  return all.find(isSeen) ?? null;
}
