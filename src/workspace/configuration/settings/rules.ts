import { severitySchema } from '../../../rules/page.ts';
import type { SeveritySetting } from '../../../rules/presets.ts';
import { severities } from '../../../rules/rule.ts';
import { advice, properties, shown } from '../json.ts';
import { setting } from '../setting.ts';

const levels: readonly string[] = [...severities, 'off'];
const isLevel = (value: unknown): value is SeveritySetting => typeof value === 'string' && levels.includes(value);

export default setting({
  key: 'rules',
  description: 'Severity by code (`risk/no-owner`) or area (`risk`); the code wins.',
  want: 'has to be an object, as in { "risk/no-owner": "error" }',
  example: { 'risk/no-owner': 'error', evidence: 'off' },
  otherwise: 'what the preset says',
  schema: severitySchema,
  read: (value, { names: { known, renamed }, tell }): Readonly<Record<string, SeveritySetting>> | undefined => {
    if (value.type !== 'object') return undefined;
    const rules: Record<string, SeveritySetting> = Object.create(null);
    for (const { key, name, value: level } of properties(value, tell)) {
      const today = renamed.get(name);
      if (!known.has(name) && !today) {
        tell(key, `No rule or area is called ${shown(name)}; ${advice(name, known) ?? 'see `isms explain`.'}`);
      } else if (!isLevel(level.value)) tell(key, `"${name}" has to be one of ${levels.join(', ')}.`);
      else {
        rules[name] = level.value;
        if (today)
          tell(key, `"${name}" is called "${today}" now; it still counts, but write the new code.`, {
            isRenamed: true,
          });
      }
    }
    return rules;
  },
  editor: {
    order: 3,
    description: 'Severity by rule or area; overrides what isms.config.json says, in the editor only.',
  },
});
