import { type IsoDate, isDate } from '../../../model/dates.ts';
import { setting } from '../setting.ts';

export default setting({
  key: 'asOf',
  description: 'The date as of which everything is judged, so that results can be reproduced.',
  want: 'has to be a date such as "2026-06-15"',
  example: '2026-06-15',
  otherwise: 'today',
  schema: () => ({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  read: ({ value }): IsoDate | undefined => (typeof value === 'string' && isDate(value) ? value : undefined),
  editor: {
    order: 1,
    description:
      'Date as of which everything is judged, such as `2026-03-01`. Empty: the `asOf` of the `isms.config.json` of the ISMS, else today.',
  },
  option: { flags: '--as-of <date>', description: 'judge everything as of this date, such as 2026-06-15' },
});
