import type { LiveState } from './live-state.js';

/** What the server has done since it began, as Prometheus reads it (text exposition format 0.0.4). */
export class Meter {
  readonly #answers = new Map<string, number>();
  #seconds = 0;
  #refused = 0;

  answered(method: string, status: number, milliseconds: number): void {
    const key = `${method === 'GET' || method === 'PUT' || method === 'HEAD' ? method : 'other'} ${String(Math.floor(status / 100))}xx`;
    this.#answers.set(key, (this.#answers.get(key) ?? 0) + 1);
    this.#seconds += milliseconds / 1_000;
    if (status === 429) this.#refused += 1;
  }

  text({ revision, stale, madeAt }: LiveState): string {
    const answers = [...this.#answers].sort(([one], [other]) => (one < other ? -1 : 1));
    const total = answers.reduce((sum, [, count]) => sum + count, 0);
    return [
      ...metric(
        'benchbook_http_requests_total',
        'counter',
        'Requests answered, by method and status.',
        answers.map(([key, count]) => {
          const [method = '', status = ''] = key.split(' ');
          return [`{method="${method}",status="${status}"}`, count] as const;
        }),
      ),
      ...metric('benchbook_http_request_seconds_sum', 'counter', 'Seconds spent on them.', [['', this.#seconds]]),
      ...metric('benchbook_http_request_seconds_count', 'counter', 'How many that is.', [['', total]]),
      ...metric('benchbook_http_rate_limited_total', 'counter', 'Requests told to wait.', [['', this.#refused]]),
      ...metric('benchbook_revision', 'gauge', 'Grows by one with each change of rules or data.', [['', revision]]),
      ...metric('benchbook_stale', 'gauge', '1 while rules or data no longer give the report that is shown.', [
        ['', stale ? 1 : 0],
      ]),
      ...metric('benchbook_report_timestamp_seconds', 'gauge', 'When the report was made; 0 while there is none.', [
        ['', (madeAt?.getTime() ?? 0) / 1_000],
      ]),
      ...metric('process_resident_memory_bytes', 'gauge', 'Memory that the process holds.', [
        ['', process.memoryUsage.rss()],
      ]),
      '',
    ].join('\n');
  }
}

const metric = (
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  values: readonly (readonly [labels: string, value: number])[],
): readonly string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...values.map(([labels, value]) => `${name}${labels} ${String(value)}`),
];
