import { problemRule } from '../rule.ts';

export default problemRule({
  code: 'config/renamed-code',
  severity: 'info',
  summary: 'The configuration file of the ISMS names a rule by a code that it had before.',
  why: 'The setting still counts. Whoever looks for the rule finds it under its code of today only.',
  remedy: 'Write the code of today, which the message names.',
  example: {
    bad: '//- isms.config.json\n{ "rules": { "risk/future-date": "error" } }\n//- acme.isms\nisms Acme "Acme ISMS" {}',
    good: '//- isms.config.json\n{ "rules": { "date/in-future": "error" } }\n//- acme.isms\nisms Acme "Acme ISMS" {}',
  },
});
