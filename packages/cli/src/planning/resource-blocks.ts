import type { ResourceResult } from '@benchbook/engine';
import { cell, heading, list, type Block, type Cell } from '../document/block.js';
import type { Words } from '../language/words.js';
import { titleOf } from './named.js';

/** How many there are and are busy, and where they do not suffice. */
export function resourceBlocks(resources: readonly ResourceResult[], words: Words['planning']): readonly Block[] {
  if (resources.length === 0) return [];
  const names = [...new Set(resources.flatMap(({ figures }) => figures.map(({ text }) => text)))];
  const shortages = resources.flatMap((resource) => shortage(resource, words));
  return [
    heading(words.people),
    {
      kind: 'table',
      columns: [{ label: words.resource }, ...names.map((label) => ({ label, align: 'right' as const }))],
      rows: resources.map((resource) => [
        cell(titleOf(resource)),
        ...names.map((name) => cell(resource.figures.find(({ text }) => text === name)?.figure.display ?? '')),
      ]),
    },
    ...(shortages.length === 0 ? [] : [list(shortages)]),
  ];
}

function shortage(resource: ResourceResult, words: Words['planning']): readonly Cell[] {
  const [first] = resource.short;
  if (first === undefined) return [];
  const most = resource.short.reduce((one, other) => ((other.heads.value ?? 0) > (one.heads.value ?? 0) ? other : one));
  const hire = resource.hireBy === null ? words.tooLateToHire : words.hireBy(resource.hireBy);
  return [cell(`${words.short(titleOf(resource), first.month, most.heads.display)} ${hire}`, 'bad')];
}
