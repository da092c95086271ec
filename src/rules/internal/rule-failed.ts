import { problemRule } from '../rule.ts';

export default problemRule({
  code: 'internal/rule-failed',
  severity: 'error',
  summary: 'A rule of this program failed: what it should find is missing.',
  why: 'This is a fault of the program, not of your text. All other findings are right, but the check is incomplete, and whoever relies on it has to know: `isms check` ends with exit code 2.',
  remedy:
    'Report it, with the declaration and what the log of the language server says (`ISMS_DEBUG=1 isms check` in a terminal). Until it is mended, set the rule that failed to `off` in `isms.config.json`, and look yourself for what it would find.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}\n\nasset Crm "A rule fails here" {}',
    good: 'isms Acme "Acme ISMS" {}\n\nasset Crm "Customer relations" {}',
  },
});
