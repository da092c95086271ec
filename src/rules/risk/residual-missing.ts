import type { StatedImpact } from '../../analysis/method.ts';
import { isAnalysed, isTreatedBy, levelsByStage, statesResidual } from '../../analysis/risk.ts';
import { keySpan, nameSpan, type Risk } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/residual-missing',
  severity: 'error',
  clause: '6.1.3 f',
  summary: 'A risk is treated, but it is not said what remains.',
  why: 'Whether the treatment is enough can only be told from the residual risk, and it is what the owner accepts.',
  remedy:
    'Add `residual { likelihood: …  impact: … }` as it will be when the treatment is complete. What stays the same may be left out.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n}',
    good: 'risk R-1 "Loss of the database" {\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: A.8.13\n  residual { impact: minor }\n}',
  },
  on: ['Risk'],
  check(risk, { report }) {
    // What is avoided leaves nothing, and what is retained stays as it is.
    if (!isTreatedBy(risk, 'modify') && !isTreatedBy(risk, 'share')) return;
    if (isTreatedBy(risk, 'avoid') || !isAnalysed(risk) || statesResidual(risk)) return;
    report({
      at: keySpan(risk, 'residual') ?? nameSpan(risk),
      message: saying(
        '{0} is treated, but it is not said what remains; add `residual` with likelihood and impact.',
        labelled(risk),
      ),
    });
  },
  fix({ declaration }, context) {
    // The values of today are the honest ones to begin with: they claim no effect.
    if (declaration.residual.length) return [];
    const source = context.textOf(declaration);
    const lines = valuesOfToday(declaration);
    const isOneLine = !/[\r\n]/.test(source);
    const text = isOneLine ? `residual { ${lines.join('  ')} }` : `residual {\n  ${lines.join('\n  ')}\n}`;
    const after = ['owner', 'likelihood', 'impact', 'assessed', 'review', 'treatment', 'controls', 'counterparty'];
    return [
      {
        title: say('Add the residual risk with the values of today: {0}', lines.join(', ')),
        edits: [insertProperty(declaration, source, text, ...after, 'actions', 'current')],
        decides: true,
      },
    ];
  },
});

function valuesOfToday(risk: Risk): string[] {
  const { inherent, current } = levelsByStage(risk, undefined);
  const { likelihood, impact } = current ?? inherent ?? { likelihood: undefined, impact: [] };
  const dimensions = new Set(
    [risk, ...risk.current].flatMap(({ consequences }) =>
      consequences.flatMap(({ lines }) => lines.map(({ dimension }) => dimension)),
    ),
  );
  const own = impact.filter(({ property }) => !property || !dimensions.has(property));
  const byDimension = impact.filter(({ property }) => property && dimensions.has(property));
  return [
    `likelihood: ${likelihood?.value ?? ''}`,
    ...(own.length ? [`impact: ${own.map(written).join(', ')}`] : []),
    ...(byDimension.length
      ? [
          `consequences { ${byDimension.map(({ property, level }) => `${property?.value}: ${level?.value ?? ''}`).join('  ')} }`,
        ]
      : []),
  ];
}

const written = ({ property, level }: StatedImpact): string =>
  [property?.value, level?.value].filter(word => word !== undefined).join(' ');
