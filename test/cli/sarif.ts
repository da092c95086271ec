/** Whether a log is valid by the schema of SARIF 2.1.0. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';

const schema = JSON.parse(readFileSync(new URL('sarif-2.1.0.schema.json', import.meta.url), 'utf8'));

const validate = new Ajv({
  strict: false,
  allErrors: true,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'file:///') && !/[\s"<>\\^`{|}]/.test(text),
    'date-time': true,
  },
}).compile(schema);

/** What the schema says against a log. */
export function sarifFaults(log: unknown): object[] {
  validate(log);
  return validate.errors ?? [];
}
