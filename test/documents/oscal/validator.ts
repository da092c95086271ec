/** Validators of the models of OSCAL, by NIST's schemas. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { ModelId } from '../../../src/documents/blocks.ts';

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    'date-time': true,
    uri: value => URL.canParse(value),
    'uri-reference': value => /^\S*$/.test(value) && URL.canParse(value, 'file:///isms/'),
    email: true,
    'idn-email': true,
    hostname: true,
    ipv4: true,
    ipv6: true,
  },
});

const compiled = new Map<ModelId, ReturnType<typeof ajv.compile>>();

/** What the schema of a model says against a document, a line each. */
export function faultsOf(model: ModelId, document: unknown): string[] {
  let validate = compiled.get(model);
  if (!validate) {
    const file = new URL(`schemas/${model}.json`, import.meta.url);
    const { $id: _, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
    validate = ajv.compile(schema);
    compiled.set(model, validate);
  }
  validate(document);
  return (validate.errors ?? []).map(
    ({ instancePath, message, data }) => `${instancePath} ${message}: ${JSON.stringify(data)?.slice(0, 80)}`,
  );
}
