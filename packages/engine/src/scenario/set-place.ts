import type { Seek } from '@benchbook/dsl';
import type Big from 'big.js';
import type { Changes } from './apply-scenario.js';

/** Numbers that a path names, as scenarios and questions have them. */
export type Place = Seek['place'];

/** Every number of a place takes a value, in its own unit. */
export const setPlace = ({ paths, span }: Place, value: Big, line: number): Changes => ({
  applies: [],
  overrides: paths.map((path) => ({
    path,
    change: { kind: 'set', to: { kind: 'number', value } },
    span,
    line,
    clause: span,
  })),
});

/** Several changes at once, each of other numbers. */
export const together = (all: readonly Changes[]): Changes => ({
  applies: all.flatMap(({ applies }) => applies),
  overrides: all.flatMap(({ overrides }) => overrides),
});
