import { problemRule } from '../rule.ts';

export default problemRule({
  code: 'config/unused',
  severity: 'warning',
  summary: 'A configuration file lies in a folder that declares no ISMS.',
  why: 'It has no effect: a date, a preset or a severity that was set there is not what the ISMS is judged by.',
  remedy: 'Move the file into the folder of the file with the `isms` block, or delete it.',
  example: {
    bad: '//- config/isms.config.json\n{ "preset": "stage1" }\n//- acme.isms\nisms Acme "Acme ISMS" {}',
    good: '//- isms.config.json\n{ "preset": "stage1" }\n//- acme.isms\nisms Acme "Acme ISMS" {}',
  },
});
