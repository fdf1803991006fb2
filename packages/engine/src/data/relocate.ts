import type { Source } from '@benchbook/dsl';
import type { NoticeData } from '../notices/notice.js';
import type { LoadedSource } from './loaded-source.js';

/** A kept source whose declaration may have moved: its notices point to where it stands now. */
export function relocate(loaded: LoadedSource, source: Source, file: string): LoadedSource {
  const lines = new Map(source.columns.map(({ name, line }) => [name, line]));
  const move = (notice: NoticeData): NoticeData => ({
    ...notice,
    file,
    line: lines.get(columnOf(notice)) ?? source.line,
  });
  return { ...loaded, report: { ...loaded.report, label: source.label }, notices: loaded.notices.map(move) };
}

function columnOf({ data }: NoticeData): string {
  return 'column' in data ? data.column : '';
}
