import { problemRule } from '../rule.ts';

export default problemRule({
  code: 'config/invalid',
  severity: 'error',
  summary: 'The configuration file of the ISMS holds something that is no setting.',
  why: 'A setting that is not understood has no effect: a rule that was to be an error stays what it was, and nobody notices.',
  remedy:
    'Correct the setting. `asOf` is a date; `rules` gives codes or areas a severity: error, warning, info, hint or off.',
  example: {
    bad: '//- isms.config.json\n{ "asOf": "1 June 2026" }\n//- acme.isms\nisms Acme "Acme ISMS" {}',
    good: '//- isms.config.json\n{ "asOf": "2026-06-01" }\n//- acme.isms\nisms Acme "Acme ISMS" {}',
  },
});
