export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(text: string | null): text is Theme {
  return text === 'system' || text === 'light' || text === 'dark';
}

/** `system` leaves the choice to the style sheet's media query. */
export function applyTheme(theme: Theme, root: HTMLElement): void {
  // Even the same value written again makes a browser work out every style anew.
  if (theme === 'system') root.removeAttribute('data-theme');
  else if (root.dataset.theme !== theme) root.dataset.theme = theme;
}
