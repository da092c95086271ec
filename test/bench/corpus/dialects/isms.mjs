/** The `.isms` dialect. */
import { approvalText, periodText } from '../values.mjs';

const quote = s => JSON.stringify(s);

function valueText(value) {
  switch (value.form) {
    case 'word':
    case 'ref':
    case 'date':
    case 'ground':
      return value.v;
    case 'refs':
    case 'words':
    case 'covered':
      return value.v.join(', ');
    case 'text':
      return quote(value.v);
    case 'lines':
      return `"""\n${value.v.map(line => `    ${line}`).join('\n')}\n  """`;
    case 'period':
      return periodText(value);
    case 'yesNo':
      return value.v ? 'yes' : 'no';
    case 'approval':
      return approvalText(value);
    default:
      throw new Error(`no text for ${value.form}`);
  }
}

const onOneLine = props => props.map(([key, value]) => `${key}: ${valueText(value)}`).join('  ');

function propertyText(key, value) {
  switch (value.form) {
    case 'flag':
      return `  ${key}\n`;
    case 'block':
      return `  ${key} { ${onOneLine(value.props)} }\n`;
    case 'items':
      return value.list
        .map(({ id, title, props }) => `  ${value.kind}${id ? ` ${id}` : ''} ${quote(title)} { ${onOneLine(props)} }\n`)
        .join('');
    case 'scale':
      return `  ${key} { ${value.v.map((label, i) => `${i + 1}: ${label}`).join('  ')} }\n`;
    case 'levels':
      return `  ${key} { ${value.v.map(([label, from, to]) => `${label}: ${from}..${to}`).join('  ')} }\n`;
    default:
      return `  ${key}: ${valueText(value)}\n`;
  }
}

const declarationText = ({ kind, id, title, props }) =>
  `${kind}${id ? ` ${id}` : ''}${title ? ` ${quote(title)}` : ''} {\n${props.map(([key, value]) => propertyText(key, value)).join('')}}\n`;

export const isms = {
  extension: 'isms',
  file: list => list.map(declarationText).join('\n'),
  extras: ({ asOf }) => ({ 'isms.config.json': `${JSON.stringify({ asOf }, null, 2)}\n` }),
  /** The files that evidence and documents name, relative to the file that declares them. */
  attachments: list => list.flatMap(({ props }) => props.flatMap(([key, value]) => (key === 'file' ? [value.v] : []))),
};
