import type { Model, Translations } from './model.js';

interface Labelled {
  readonly label: string | null;
  readonly translations: Translations;
}

/** The model as a reader of one language sees it: each label in that language where the rulebook has it, else as it is. */
export function localise(model: Model, language: 'en' | 'zh'): Model {
  const own = <Declared extends Labelled>(declared: Declared): Declared => ({
    ...declared,
    label: declared.translations[language] ?? declared.label,
  });
  return {
    ...own(model),
    sources: model.sources.map((source) => ({ ...own(source), columns: source.columns.map(own) })),
    params: model.params.map(own),
    contexts: model.contexts.map(own),
    populations: model.populations.map(own),
    bands: model.bands.map(own),
    lookups: model.lookups.map(own),
    metrics: model.metrics.map(own),
    benchmarks: model.benchmarks.map(own),
    waivers: model.waivers.map(own),
    levels: model.levels.map(own),
    tiers: model.tiers.map(own),
    scores: model.scores.map(own),
    targets: model.targets.map(own),
    tests: model.tests.map(own),
    scenarios: model.scenarios.map(own),
    scenario: model.scenario && own(model.scenario),
    planning: {
      ...model.planning,
      actions: model.planning.actions.map(own),
      resources: model.planning.resources.map(own),
      budgets: model.planning.budgets.map(own),
      phases: model.planning.phases.map(own),
      funnels: model.planning.funnels.map(own),
      cohorts: model.planning.cohorts.map(own),
      models: model.planning.models.map(own),
    },
  };
}
