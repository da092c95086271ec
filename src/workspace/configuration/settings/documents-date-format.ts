import { isDateFormat } from '../../../wording/languages.ts';
import { setting } from '../setting.ts';

export default setting({
  key: 'documents.dateFormat',
  description:
    'How days are written in documents for people: `yyyy`, `MM` and `dd` in any order, with dots, slashes, hyphens or blanks between them. CSV and JSON keep `yyyy-MM-dd`, and a workbook has real dates in this form.',
  want: 'has to hold yyyy, MM and dd, as in "dd.MM.yyyy"',
  example: 'dd/MM/yyyy',
  otherwise: 'as the language does: `yyyy-MM-dd` in English, `dd.MM.yyyy` in German',
  schema: () => ({ type: 'string', pattern: '^(yyyy|MM|dd|[ ./-])+$' }),
  read: ({ value }): string | undefined => (typeof value === 'string' && isDateFormat(value) ? value : undefined),
});
