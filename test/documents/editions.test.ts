/** Editions: customers are told neither risks nor implementation nor persons, whatever the ISMS; the board is given one page. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BoardSummaryData } from '../../src/documents/data/_board.ts';
import { artefacts, exportArtefact, formatsOf, isNothingToSay, joined } from '../../src/export/index.ts';
import { exampleFiles } from '../examples/files.ts';
import { readPdf } from '../formats/pdf-reader.ts';
import { built, type Opened, open } from './open.ts';

const withEdition = (edition: string) =>
  artefacts.filter(({ parameters }) =>
    parameters.some(({ id, values }) => id === 'edition' && values.includes(edition)),
  );

async function fileOf(
  { workspace, unit }: Opened,
  artefact: string,
  format: string,
  edition: string,
): Promise<Uint8Array> {
  return joined((await exportArtefact(workspace, unit, { artefact, format, parameters: { edition } })).pieces);
}

/** Everything that a file says to somebody who looks into it, its properties too, without white space and case. */
async function textOf(opened: Opened, artefact: string, format: string, edition: string): Promise<string> {
  const bytes = await fileOf(opened, artefact, format, edition).catch(error => {
    if (isNothingToSay(error)) return new Uint8Array();
    throw error;
  });
  return said(format, bytes).replace(/\s/g, '').toLowerCase();
}

function said(format: string, bytes: Uint8Array): string {
  if (format === 'docx' || format === 'xlsx')
    return Object.values(unzipSync(bytes))
      .map(part => strFromU8(part).replace(/<[^>]*>/g, ''))
      .join('\n');
  if (format !== 'pdf') return new TextDecoder().decode(bytes);
  const { objects, pages } = readPdf(bytes);
  return [...pages, ...objects.values()].join('\n');
}

/** Words that stand nowhere by chance: letters alone, so that every format writes them as they are. */
const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{4}$/).map(letters => `Zq${letters}xj`);

const secretWords = fc.uniqueArray(word, { minLength: 40, maxLength: 40 });

interface Shape {
  readonly words: readonly string[];
  readonly decisions: readonly ('yes' | 'inherited' | 'shared' | 'no' | undefined)[];
  readonly isOwn: boolean;
  readonly isApproved: boolean;
  readonly hasOwner: boolean;
  readonly status: string;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  words: secretWords,
  decisions: fc.array(fc.constantFrom('yes', 'inherited', 'shared', 'no', undefined), { minLength: 3, maxLength: 6 }),
  isOwn: fc.boolean(),
  isApproved: fc.boolean(),
  hasOwner: fc.boolean(),
  status: fc.constantFrom('implemented', 'partial', 'planned'),
});

/** Roles of the cover are told, and who holds them is not. An ISMS whose every secret is a word of its own, used up one by one, with the words that were used. */
function ismsOf({ words, decisions, isOwn, isApproved, hasOwner, status }: Shape): {
  readonly text: string;
  readonly secrets: readonly string[];
} {
  const [risk, person, role, evidence, policy, asset, ...rest] = words as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const secrets = [risk, person, role, evidence, policy, asset];
  const secret = (): string => {
    const next = rest.pop() ?? 'Zqspent';
    secrets.push(next);
    return next;
  };
  const text = (key: string): string => `${key}: "about ${secret()} only"`;
  const controls = decisions.map((decision, at) => {
    const own = isOwn && at === 0;
    const id = own ? 'X-1' : `A.8.${at + 1}`;
    const applicable = { yes: 'yes', no: 'no', inherited: 'inherited from HostCo', shared: 'shared with HostCo' };
    const lines = [
      decision && `applicable: ${applicable[decision]}`,
      decision === 'no' ? 'because: not-in-scope' : `because: ${risk}`,
      'justification: "Public reason"',
      decision !== 'no' && `status: ${status} ${text('implementation')}`,
      decision === 'shared' && `${text('theirs')} ${text('ours')}`,
      hasOwner && `owner: ${role}`,
      `evidence: ${evidence} policies: ${policy} ${text('notes')} ${text('description')}`,
      `action "${secret()}" { owner: ${role} due: 2026-09-01 }`,
    ];
    return `control ${id} "Public title" { ${lines.filter(Boolean).join(' ')} }`;
  });
  const approved = isApproved ? `approved: 2026-01-03 by ${person} because "${secret()}"` : '';
  return {
    secrets,
    text: `isms Public "Public ISMS" { organization: "Public Ltd" version: "1.0" owner: Boss ${approved} ${text('resources')} ${text('notes')} }
scope Sold "Public scope" { statement: "All of it" locations: Office ${text('notes')} ${text('description')} }
location Office "Public office" { owner: ${role} ${text('notes')} }
issue Inside "${secret()}" { kind: internal risks: ${risk} }
party Customers "Public party" { requirement Contract "Public requirement" { kind: contractual addressed: yes controls: A.8.1 } }
supplier HostCo "Public host" { owner: ${role} ${text('service')} }
role ${role} "${secret()}" { ${text('responsibilities')} }
role Boss "Public role"
person ${person} "${secret()}" { roles: Boss email: "${secret()}@example.org" }
asset ${asset} "${secret()}" { owner: ${role} }
risk ${risk} "${secret()}" { assets: ${asset} ${text('scenario')} owner: ${role} controls: A.8.1, A.8.2 treatment: modify
  action "${secret()}" { owner: ${role} due: 2026-08-01 } }
evidence ${evidence} "${secret()}" { link: "https://example.org/${secret()}" collected: 2026-02-02 }
document ${policy} "${secret()}" { kind: policy owner: ${role} approved: 2026-01-20 by ${person} }
${controls.join('\n')}`,
  };
}

describe('the customer edition', () => {
  const editions = withEdition('customer').flatMap(info => formatsOf(info).map(({ id }) => [info.id, id] as const));

  test('is that of the statement and of the scope, in every format', () => {
    expect([...new Set(editions.map(([artefact]) => artefact))]).toEqual(['scope-statement', 'soa']);
    expect(editions.length).toBeGreaterThan(15);
  });

  test.each(editions)(
    '%s as %s has no risk, no implementation and no person, whatever the ISMS',
    async (artefact, format) => {
      await fc.assert(
        fc.asyncProperty(shape, async given => {
          const { text, secrets } = ismsOf(given);
          const told = await textOf(open([text]), artefact, format, 'customer');
          expect(secrets.filter(secret => told.includes(secret.toLowerCase()))).toEqual([]);
        }),
        { numRuns: format === 'pdf' || format === 'docx' || format === 'xlsx' ? 6 : 25 },
      );
    },
  );

  test('would show them otherwise: the internal edition does', async () => {
    const given: Shape = {
      words: Array.from(
        { length: 40 },
        (_, at) => `Zq${String.fromCharCode(98 + (at % 20), 98 + Math.floor(at / 20))}xj`,
      ),
      decisions: ['yes', 'shared', 'inherited'],
      isOwn: true,
      isApproved: true,
      hasOwner: true,
      status: 'implemented',
    };
    const { text, secrets } = ismsOf(given);
    const opened = open([text]);
    for (const format of ['json', 'html', 'docx', 'xlsx', 'pdf', 'oscal-component-definition']) {
      const told = await textOf(opened, 'soa', format, 'internal');
      expect(secrets.filter(secret => told.includes(secret.toLowerCase())).length, format).toBeGreaterThan(2);
    }
    const customers = await textOf(opened, 'soa', 'html', 'customer');
    expect(customers).toContain('publicreason');
  });
});

describe('the edition of the board', () => {
  const examples = ['acme-cloud', 'harbour-hospital', 'five-person-studio', 'published-register'];
  const opened = new Map<string, Opened>();
  beforeAll(() => {
    for (const name of examples) opened.set(name, open(exampleFiles(name)));
  });
  const summaryOf = (isms: Opened): BoardSummaryData => {
    const { summary } = built(isms, 'management-review', { edition: 'board' }).data() as unknown as {
      summary: BoardSummaryData;
    };
    return summary;
  };

  test.each(examples)('of %s is one page', async name => {
    expect(withEdition('board').map(({ id }) => id)).toEqual(['management-review']);
    const { pages } = readPdf(await fileOf(opened.get(name) as Opened, 'management-review', 'pdf', 'board'));
    expect(pages.length).toBe(1);
  });

  test.each(examples)('of %s says what the other documents say', name => {
    const isms = opened.get(name) as Opened;
    const { controls, risks, findings, due, stages, missing } = summaryOf(isms);
    const head = (id: string): Record<string, unknown> =>
      Object.fromEntries(built(isms, id).head.map(fact => [fact.id, fact.value]));
    const soa = head('soa');
    expect([controls.total, controls.applicable, controls.undecided]).toEqual([
      soa.controls,
      soa.applicable,
      soa.undecided,
    ]);
    expect([controls.implemented, controls.partial, controls.planned]).toEqual([
      soa.implemented,
      soa.partial,
      soa.planned,
    ]);
    const register = head('risk-register');
    expect([risks.total, risks.aboveBefore, risks.aboveAfter, risks.accepted]).toEqual([
      register.risks,
      register['above-before'],
      register['above-after'],
      register.accepted,
    ]);
    expect(risks.withoutTreatment).toBe(head('risk-treatment-plan').untreated);
    const log = head('corrective-actions');
    expect([findings.open, findings.overdue]).toEqual([log.open, log.overdue]);
    expect(due.filter(({ overdue }) => overdue).length).toBe(head('calendar').overdue);
    const { stages: judged } = isms.subject.readiness();
    expect(stages.length).toBe(judged.length);
    const open = judged.flatMap(({ lines }) => lines).filter(({ state }) => state !== 'met' && state !== 'nothing');
    expect(missing.map(({ title }) => title)).toEqual(
      open.filter(({ id }) => !/^stage-/.test(id)).map(({ title }) => title),
    );
  });

  test('counts what has no room, and says where it stands', () => {
    const isms = opened.get('published-register') as Opened;
    const { missing, due } = summaryOf(isms);
    const text = JSON.stringify(built(isms, 'management-review', { edition: 'board' }).blocks);
    expect(missing.length).toBeGreaterThan(4);
    expect(text).toContain(`${missing.length - 3} more stand in the certification readiness.`);
    expect(text.includes('more stand in the calendar')).toBe(due.length > 3);
  });
});
