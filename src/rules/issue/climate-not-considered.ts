import { isExplained } from '../../analysis/control.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'issue/climate-not-considered',
  severity: 'warning',
  clause: '4.1 (Amd 1:2024)',
  summary: 'No issue says whether climate change matters to the ISMS, or one says that it does not without a reason.',
  why: 'Since Amendment 1 of 2024 an organisation has to determine whether climate change is a relevant issue. Certification bodies are told to raise a finding where it did not.',
  remedy:
    'Declare an `issue` with `climate: yes` if heat, floods or outages bear on you, or with `climate: no` and the reason in its description.',
  asks: ['description'],
  example: {
    bad: 'isms Acme "Acme ISMS" {}\nissue Growth "From 40 to 60 people in a year" {\n  kind: internal\n}',
    good: 'isms Acme "Acme ISMS" {}\nissue ClimateChange "Heat and floods" {\n  kind: external\n  climate: yes\n}',
  },
  on: ['Isms', 'Issue'],
  check(declaration, { report, all }) {
    if (declaration.$type === 'Issue') {
      if (declaration.climate?.value !== 'no' || isExplained(declaration)) return;
      report({
        at: keySpan(declaration, 'climate') ?? nameSpan(declaration),
        message: saying(
          '{0} does not say why climate change is not relevant; write it in `description:`.',
          labelled(declaration),
        ),
      });
      return;
    }
    const issues = all('Issue');
    if (!issues.length || issues.some(({ climate }) => climate)) return;
    report({
      at: nameSpan(declaration),
      message: saying(
        'No issue says whether climate change is relevant (Amendment 1:2024); declare one with `climate: yes` or `no`.',
      ),
    });
  },
  fix: ({ declaration }, context) => {
    if (declaration.$type === 'Issue') return [];
    const last = context.all('Issue').at(-1);
    if (!last || context.named('ClimateChange', 'Issue').length) return [];
    const declared = (answer: 'yes' | 'no') => ({
      title:
        answer === 'yes'
          ? say('Note that climate change is relevant (`climate: {0}`)', answer)
          : say('Note that climate change is not relevant (`climate: {0}`)', answer),
      edits: [
        {
          after: last,
          place: 'declaration' as const,
          text: `issue ClimateChange "Climate change" {\n  kind: external\n  climate: ${answer}\n  description: ""\n}`,
        },
      ],
      decides: true,
    });
    return [declared('yes'), declared('no')];
  },
});
