import { problemRule } from '../rule.ts';

export default problemRule({
  code: 'syntax/unreadable',
  severity: 'error',
  summary: 'A file of the ISMS cannot be read.',
  why: 'What the file declares is missing everywhere: names do not resolve, the Statement of Applicability is incomplete, and approvals are not compared.',
  remedy:
    'Save a source as UTF-8 and allow yourself to read it. Restore `isms.lock.json` from version control, or approve again with `isms approve`. A file or folder that is not part of the ISMS can be left out with `exclude` in `isms.config.json`; switched off, this is still reported of what cannot be read.',
  example: {
    bad: '//- isms.lock.json\n{ "approved": "2026-06-01" }\n//- acme.isms\nisms Acme "Acme ISMS" {}',
    good: '//- isms.lock.json\n{ "approved": "2026-06-01", "controls": {} }\n//- acme.isms\nisms Acme "Acme ISMS" {}',
  },
});
