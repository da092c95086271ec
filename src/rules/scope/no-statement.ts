import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'scope/no-statement',
  severity: 'error',
  clause: '4.3',
  summary: 'The scope has no statement.',
  why: 'The statement is what stands on the certificate and what customers read. A title alone does not say which activities, places and systems are covered.',
  remedy: 'Write `statement:` in two or three sentences: which activities, for which products, from which places.',
  example: {
    bad: 'scope "Acme platform" {\n  locations: Utrecht\n}\nlocation Utrecht',
    good: 'scope "Acme platform" {\n  statement: "Operation of the Acme platform from the Utrecht office"\n  locations: Utrecht\n}\nlocation Utrecht',
  },
  on: ['Scope'],
  check(scope, { report }) {
    if (hasText(scope.statement)) return;
    report({
      at: scope.statement ?? nameSpan(scope),
      message: saying('The scope has no statement; say which activities, products and places the ISMS covers.'),
    });
  },
  fix: ({ declaration }, context) =>
    declaration.statement
      ? []
      : [
          {
            title: say('Add a statement'),
            edits: [insertProperty(declaration, context.textOf(declaration), 'statement: ""')],
            preferred: true,
          },
        ],
});
