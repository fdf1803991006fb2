import type { Language, Outside, PopulationReport, Run } from '@benchbook/engine';
import type { Words } from '../../language/words.js';

interface Who {
  readonly key: string;
  readonly name: string | null;
}

/** Why nobody is explained: a sentence, and who may have been meant. */
export interface NotFound {
  readonly sentence: string;
  /** Several share the name that was given; else whoever is near to it. */
  readonly shared: boolean;
  readonly similar: readonly Who[];
}

/** Says why a key or name finds nobody: several have the name, or the population leaves it out, or it is not there. */
export async function notFound(
  run: Run,
  text: string,
  {
    population,
    language,
    words,
  }: { readonly population: PopulationReport; readonly language: Language; readonly words: Words },
): Promise<NotFound> {
  const similar = await run.similar(text);
  if (similar.some(({ name }) => name === text)) {
    const namesakes = await allCalled(run, text, { population, language });
    return { sentence: words.explain.shared(text, namesakes.length), shared: true, similar: namesakes };
  }
  const outside = await run.outside(text, language);
  if (outside !== null) return { sentence: leftOut(outside, population, words), shared: false, similar: [] };
  return { sentence: words.explain.notFound(text, population.name), shared: false, similar };
}

async function allCalled(
  run: Run,
  text: string,
  { population, language }: { readonly population: PopulationReport; readonly language: Language },
): Promise<Who[]> {
  const { ranking } = await run.report(language, { ranking: population.size });
  return ranking.filter(({ name }) => name === text).map(({ key, name }) => ({ key, name }));
}

function leftOut({ key, name, why, display }: Outside, { name: population, source }: PopulationReport, words: Words) {
  const { outside } = words.explain;
  const who = name === null || name === key ? key : `${name} (${key})`;
  return outside.sentence(who, source, population, outside[why](display));
}
