import { assessmentStyle, inheritsValues, valuesAssets } from '../../analysis/assets.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

const properties = ['confidentiality', 'integrity', 'availability'] as const;

export default rule({
  code: 'asset/not-valued',
  severity: 'info',
  clause: 'A.5.12',
  summary: 'It is not said what the loss of an asset’s confidentiality, integrity or availability would mean.',
  why: 'Where assets are valued, the values are where the impact of their risks and their classification come from (ISO/IEC 27005). It is told where the method is asset-based or speaks of asset values, and where an asset has some values but not all.',
  remedy: 'Add `confidentiality:`, `integrity:` and `availability:` with a word of the value scale, such as `high`.',
  asks: ['confidentiality', 'integrity', 'availability'],
  example: {
    bad: 'asset CustomerDb "Customer database" {\n  confidentiality: high\n}',
    good: 'asset CustomerDb "Customer database" {\n  confidentiality: high\n  integrity: high\n  availability: medium\n}',
  },
  on: ['Asset'],
  check(asset, { report, isUsed, get }) {
    const missing = properties.filter(property => !asset[property]);
    const style = get(assessmentStyle);
    if (!missing.length || style === 'event-based') return;
    // Nobody has to value assets: without a word of it in the method, only an asset that is valued in part lacks something.
    if (missing.length === properties.length && style !== 'asset-based' && !get(valuesAssets)) return;
    // Values that are taken over from what depends on the asset need not be written.
    if (get(inheritsValues) && asset.names.some(({ value }) => isUsed(value, 'Asset', 'Asset'))) return;
    report({
      at: nameSpan(asset),
      message: saying(
        missing.length < properties.length
          ? '{0} is not fully valued; add {1} with a word of the value scale.'
          : '{0} is not valued; add {1} with a word of the value scale.',
        labelled(asset),
        keysOf(missing),
      ),
    });
  },
});
