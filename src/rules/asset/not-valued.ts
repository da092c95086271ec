import { assessmentStyle, inheritsValues } from '../../analysis/assets.ts';
import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { keysOf } from '../wording.ts';

const properties = ['confidentiality', 'integrity', 'availability'] as const;

export default rule({
  code: 'asset/not-valued',
  severity: 'info',
  clause: '6.1.2 d, A.5.12',
  summary: 'It is not said what the loss of an asset’s confidentiality, integrity or availability would mean.',
  why: 'The value of an asset is where the impact of its risks and its classification come from. Without it the impact is a guess.',
  remedy: 'Add `confidentiality:`, `integrity:` and `availability:` with a word of the value scale, such as `high`.',
  example: {
    bad: 'asset CustomerDb "Customer database" {\n  confidentiality: high\n}',
    good: 'asset CustomerDb "Customer database" {\n  confidentiality: high\n  integrity: high\n  availability: medium\n}',
  },
  on: ['Asset'],
  check(asset, { report, isUsed, get }) {
    const missing = properties.filter(property => !asset[property]);
    if (!missing.length || get(assessmentStyle) === 'event-based') return;
    // Values that are taken over from what depends on the asset need not be written.
    if (get(inheritsValues) && asset.names.some(({ value }) => isUsed(value, 'Asset', 'Asset'))) return;
    report({
      at: nameSpan(asset),
      message: `${label(asset)} is not ${missing.length < 3 ? 'fully ' : ''}valued; add ${keysOf(missing)} with a word of the value scale.`,
    });
  },
});
