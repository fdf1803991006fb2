import type Big from 'big.js';
import type { Entries } from './entries.js';
import type { NamedNumber } from './named-number.js';
import type { NumberIndex } from './number-index.js';
import type { Setting } from './scenario.js';
import { writtenList, writtenNumber, writtenThreshold } from './written.js';

/** What stands at a path, as a reader writes it. */
export function textAt(index: NumberIndex, entries: Entries, path: string): string {
  const setting = entries.get(path)?.setting;
  const named = index.get(path);
  if (setting) return textOfSetting(setting, named?.is === 'number' ? named.at : null);
  if (named?.is === 'number') return textOfNumber(named.at.value, named.at);
  return named?.is === 'value' && named.at.param.value.kind === 'list' ? writtenList(named.at.param.value.items) : '-';
}

function textOfSetting(setting: Setting, number: NamedNumber | null): string {
  switch (setting.kind) {
    case 'number':
      return number ? textOfNumber(setting.value, number) : setting.value.toFixed();
    case 'threshold':
      return writtenThreshold(setting.threshold);
    case 'list':
      return writtenList(setting.items);
  }
}

function textOfNumber(value: Big, { kind, operator, unit }: NamedNumber): string {
  const written = writtenNumber(value, unit);
  return operator !== null && (kind === 'threshold' || kind === 'attain') ? `${operator} ${written}` : written;
}
