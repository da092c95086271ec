/** What completion writes names nothing that there is not. */
import { describe, expect, test } from 'vitest';
import { declarationSnippets } from '../../src/ide/completion-snippets.ts';
import { mostChoices } from '../../src/ide/snippet-names.ts';
import { nodeTypes } from '../../src/language/schema.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const main = `isms Acme "Acme" { organization: "Acme"  owner: Ciso }
role Ciso "Security officer"
`;

const snippets = (kind: string, text: string): string[] => {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles(new Map([['file:///isms/isms.isms', text]]));
  const [unit] = workspace.ismss();
  const nodeType = nodeTypes[kind];
  return unit && nodeType ? declarationSnippets(nodeType, unit.view()).map(snippet => snippet.text) : [];
};

describe('names in snippets', () => {
  test('are those of the ISMS, to choose from', () => {
    const [risk = ''] = snippets(
      'Risk',
      `${main}asset Crm "CRM" { }\nasset Backups "Backups" { }\nthreat Flood "Flood"\n`,
    );
    expect(risk).toMatch(/assets: \$\{\d+\|Backups,Crm\|\}/);
    expect(risk).toMatch(/threat: \$\{\d+\|Flood,/);
    expect(risk).toMatch(/owner: \$\{\d+:Ciso\}/);
    expect(risk).toMatch(/by \$\{\d+:Ciso\}/);
  });

  test('are few enough to be looked through', () => {
    const assets = Array.from({ length: 90 }, (_, i) => `asset A${i} "A" { }\n`).join('');
    const [risk = ''] = snippets('Risk', main + assets);
    expect(/assets: \$\{\d+\|([^|]*)\|/.exec(risk)?.[1]?.split(',')).toHaveLength(mostChoices);
  });

  test('are not asked for where there is none: the line is left out, or the place is empty', () => {
    const [risk = ''] = snippets('Risk', main);
    expect(risk).not.toContain('assets:');
    const [, , inherited = ''] = snippets('Control', main);
    expect(inherited).not.toContain('Supplier');
    const [person = ''] = snippets('Person', 'isms Acme "Acme" { }\n');
    expect(person).toContain('{ roles: $3 }');
  });

  test('are never those of evidence, which would be a claim', () => {
    const [control = ''] = snippets('Control', `${main}evidence Minutes "Minutes" { }\n`);
    expect(control).toMatch(/evidence: \$\d+\n/);
  });

  test('are never the controls of a treatment, which are for the author to decide', () => {
    const [risk = ''] = snippets('Risk', main);
    expect(risk).toMatch(/controls: \$\d+\n/);
  });
});
