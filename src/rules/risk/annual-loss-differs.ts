import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** Figures of money are rounded; what differs by less than this part of the result counts as equal. */
const tolerance = 0.01;

export default rule({
  code: 'risk/annual-loss-differs',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'The annual loss of a risk is not its single loss times its annual rate.',
  why: 'The annual loss expectancy is a product. Where the three figures do not agree, one of them is old or mistyped, and budgets are compared with it.',
  remedy: 'Correct one of the three, with the same currency in both amounts.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  single-loss: 50000 EUR\n  annual-rate: 0.2\n  annual-loss: 25000 EUR\n}',
    good: 'risk R-1 "Loss of the database" {\n  single-loss: 50000 EUR\n  annual-rate: 0.2\n  annual-loss: 10000 EUR\n}',
  },
  on: ['Risk'],
  check({ singleLoss, annualRate, annualLoss, ...risk }, { report }) {
    if (!annualLoss?.amount || !singleLoss?.amount) return;
    if (singleLoss.currency?.value !== annualLoss.currency?.value) {
      report({
        at: annualLoss.currency ?? annualLoss.amount,
        message: saying(
          '{0} states its single loss in {1} and its annual loss in {2}; use one currency.',
          labelled(risk),
          singleLoss.currency?.value ?? '',
          annualLoss.currency?.value ?? '',
        ),
      });
      return;
    }
    if (!annualRate) return;
    const product = Number(singleLoss.amount.value) * Number(annualRate.value);
    const stated = Number(annualLoss.amount.value);
    if (!Number.isFinite(product) || Math.abs(stated - product) <= tolerance * product) return;
    report({
      at: annualLoss.amount,
      message: saying(
        'The annual loss of {0} is {1} here, but single loss × annual rate is {2}; correct one of them.',
        labelled(risk),
        annualLoss.amount.value,
        Number(product.toFixed(2)),
      ),
    });
  },
});
