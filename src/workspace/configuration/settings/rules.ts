import { severitySchema } from '../../../rules/page.ts';
import type { SeveritySetting } from '../../../rules/presets.ts';
import { severities } from '../../../rules/rule.ts';
import { type Saying, saying } from '../../../wording/wording.ts';
import { meant, properties, shortened } from '../json.ts';
import { setting } from '../setting.ts';

const levels: readonly string[] = [...severities, 'off'];
const isLevel = (value: unknown): value is SeveritySetting => typeof value === 'string' && levels.includes(value);

const unknownRule = (name: string, best: string | undefined): Saying =>
  best === undefined
    ? saying('No rule or area is called "{0}"; see `isms explain`.', name)
    : saying('No rule or area is called "{0}"; did you mean "{1}"?', name, best);

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
        tell(key, unknownRule(shortened(name), meant(name, known)));
      } else if (!isLevel(level.value)) {
        tell(key, saying('"{0}" has to be one of {1}.', name, { items: levels, conjunction: 'none' }));
      } else {
        rules[name] = level.value;
        if (today)
          tell(key, saying('"{0}" is called "{1}" now; it still counts, but write the new code.', name, today), {
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
