import type { Control } from '@benchbook/engine';

/** What a position of a control comes to: how many at each level, as its figure says. */
export function countsAt({ figure: { figure } }: Control, text: string): readonly (readonly [string, number])[] {
  return figure.rows.flatMap(([setting, label, count]) =>
    setting === text && typeof count === 'number' ? [[String(label), count] as const] : [],
  );
}

/** The position that is shown first: where the number stands, else the first. */
export const firstShown = ({ positions }: Control): number =>
  Math.max(
    0,
    positions.findIndex(({ current }) => current),
  );
