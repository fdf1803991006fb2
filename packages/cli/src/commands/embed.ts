import { nearest } from '../arguments/nearest.js';
import { WORKED_OUT } from '../arguments/option.js';
import { chartsOf } from '../charts/charts-of.js';
import { heightOf } from '../charts/forms.js';
import { snippetFor, WIKIS, type Wiki } from '../charts/snippets.js';
import { EXIT } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { say } from '../output/say.js';
import { locate } from '../rulebook/locate.js';
import type { Command } from './command.js';

/** `benchbook embed FILE ID --for WIKI`: what to write into a page of a wiki, and what its administrator has to allow. */
export const embed: Command = {
  synopsis: '[FILE] ID',
  options: [{ name: 'for', value: WIKIS }, { name: 'address', value: 'ADDRESS' }, ...WORKED_OUT],
  run: async (call) => {
    const { args, environment, language, words } = call;
    const [first, second, surplus] = args.positionals;
    if (surplus !== undefined) throw new Failure(EXIT.usage, words.usage.surplus(surplus));
    const id = second ?? first;
    if (id === undefined) throw new Failure(EXIT.usage, words.publish.noId);
    const { charts } = await chartsOf(await locate(second === undefined ? null : (first ?? null), call), call);
    const chart = charts.find((one) => one.id === id);
    const ids = charts.map((one) => one.id);
    if (chart === undefined) throw new Failure(EXIT.usage, words.publish.noChart(id, nearest(id, ids)), ids);
    const address = (args.text('address') ?? 'https://rules.example.org/charts').replace(/\/+$/, '');
    if (!/^https?:\/\/[^\s"<>]+$/i.test(address)) throw new Failure(EXIT.usage, words.publish.notAddress(address));
    const wiki: Wiki = WIKIS.find((one) => one === args.text('for')) ?? 'html';
    const snippet = snippetFor(wiki, {
      id,
      title: chart.show.title,
      address,
      height: heightOf(chart, language),
    });
    await environment.stdout.write(`${snippet}\n`);
    for (const line of words.publish.wikis[wiki](id)) await say(environment, line, 'quiet');
    return EXIT.ok;
  },
};
