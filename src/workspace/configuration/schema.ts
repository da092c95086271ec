import type { RuleDocumentation } from '../../rules/rule.ts';
import { configFileName } from './config.ts';
import { settings } from './generated/settings.ts';
import type { Setting } from './setting.ts';

const inFile = Object.values<Setting>(settings).filter(({ editorOnly }) => !editorOnly);

/** The JSON Schema of `isms.config.json`. */
export function configSchema(rules: readonly RuleDocumentation[]): Record<string, unknown> {
  const root: JsonObject = { type: 'object', additionalProperties: false, properties: { $schema: { type: 'string' } } };
  for (const { key, description, otherwise, schema } of inFile) {
    const steps = key.split('.');
    const name = steps.pop() as string;
    let parent = root;
    for (const step of steps) {
      parent.properties[step] ??= { type: 'object', additionalProperties: false, properties: {} } as JsonObject;
      parent = parent.properties[step] as JsonObject;
    }
    parent.properties[name] = { ...schema(rules), description: `${description} Without it: ${otherwise}.` };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Configuration of an ISMS (${configFileName})`,
    ...root,
  };
}

interface JsonObject {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly properties: Record<string, unknown>;
}
