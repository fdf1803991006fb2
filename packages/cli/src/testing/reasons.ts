import type { RuleRow, TestFailure, TestReason } from '@benchbook/engine';
import type { Words } from '../language/words.js';

/** Why a value came out, a line for each thing that had a part in it: figures first, then the row of the rulebook and its line. */
export function reasonLines({ of, what, why }: TestFailure, words: Words): readonly string[] {
  return why.map((reason) => `${of} · ${what}: ${reasonText(reason, what, words)}`);
}

function reasonText(reason: TestReason, what: string, words: Words): string {
  const { explain, tests } = words;
  switch (reason.kind) {
    case 'metric': {
      const { metric } = reason;
      const asked = metric.threshold === null ? [] : [explain.asked(metric.threshold.text)];
      const inputs = metric.inputs.map(({ text, display }) => `${text} = ${display}`);
      return [
        (metric.name === what ? '' : `${metric.name} `) + explain.verdict(metric.display, explain.states[metric.state]),
        ...asked,
        ...inputs,
        ...ruleText(metric.rules[0], words),
      ].join(' · ');
    }
    case 'level': {
      const { value, failed, passed, unknown, rule } = reason.level;
      return [
        value ?? explain.undecided,
        explain.counts(failed, passed, unknown),
        ...ruleText(rule ?? undefined, words),
      ].join(' · ');
    }
    case 'row':
      return ruleText(reason.rule, words).join('');
    case 'score': {
      const terms = reason.score.terms.map(
        ({ name, weight_display, display, contribution_display }) =>
          `${name} ${weight_display} × ${display} = ${contribution_display}`,
      );
      return [`${reason.score.display} = ${terms.join(' + ')}`, tests.atLine(reason.score.line)].join(' · ');
    }
  }
}

function ruleText(rule: RuleRow | undefined, { tests }: Words): readonly string[] {
  return rule === undefined ? [] : [`${tests.byRow(rule.declaration, rule.line)} ${rule.text.replaceAll(/\s+/g, ' ')}`];
}
