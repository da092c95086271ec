import { nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'issue/climate-not-considered',
  severity: 'info',
  clause: '4.1, Amd 1:2024',
  summary: 'No issue says whether climate change matters to the ISMS.',
  why: 'Since Amendment 1 of 2024 an organisation has to determine whether climate change is a relevant issue. Auditors ask every one of their clients.',
  remedy:
    'Declare an `issue` with `climate: yes` if heat, floods or outages bear on you, or with `climate: no` and the reason in its description.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}\nissue Growth "From 40 to 60 people in a year" {\n  kind: internal\n}',
    good: 'isms Acme "Acme ISMS" {}\nissue ClimateChange "Heat and floods" {\n  kind: external\n  climate: yes\n}',
  },
  on: ['Isms'],
  check(isms, { report, all }) {
    const issues = all('Issue');
    if (!issues.length || issues.some(({ climate }) => climate)) return;
    report({
      at: nameSpan(isms),
      message:
        'No issue says whether climate change is relevant (Amendment 1:2024); declare one with `climate: yes` or `no`.',
    });
  },
  fix: (_target, context) => {
    const last = context.all('Issue').at(-1);
    if (!last || context.named('ClimateChange', 'Issue').length) return [];
    const declared = (answer: 'yes' | 'no') => ({
      title: `Note that climate change is ${answer === 'yes' ? '' : 'not '}relevant (\`climate: ${answer}\`)`,
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
