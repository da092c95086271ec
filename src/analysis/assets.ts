/** How assets are looked at by the method of risk assessment. (6.1.2) */
import { query } from '../model/view.ts';

/** Whether risks are identified per asset or per event; undefined where the method does not say so. (ISO/IEC 27005) */
export const assessmentStyle = query('assessmentStyle', view => view.all('Method')[0]?.style?.value);

/** Whether an asset takes over the highest value of what depends on it. */
export const inheritsValues = query(
  'inheritsValues',
  view => view.all('Method')[0]?.assetValues?.value === 'inherited',
);
