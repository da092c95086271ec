import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cursor, cursorAt, wordAround } from '../../src/syntax/cursor/cursor.ts';

const at = (marked: string): Cursor => cursorAt(marked.replace('<|>', ''), marked.indexOf('<|>'));

/** Place, the innermost rule, the property, and what may come. */
function tell(cursor: Cursor): string {
  const frame = cursor.frames.at(-1);
  const slots = cursor.slots.map(slot => `${slot.type}.${slot.feature}`);
  const parts = [cursor.place, frame ? (frame.nodeType?.name ?? '?') : '-', cursor.property?.key ?? ''];
  return [...parts, ...slots, ...cursor.keywords.map(word => `'${word}'`), cursor.orKey ? 'or key' : '']
    .filter(Boolean)
    .join(' ');
}

describe('the cursor', () => {
  it.each([
    ['<|>', 'kind -'],
    ['ri<|>', 'kind -'],
    ['ri<|>\n', 'kind -'],
    ['risk <|>', 'name Risk'],
    ['risk R-<|> "x" {', 'name Risk'],
    ['risk R-1 <|>', 'title Risk'],
    ['risk R-1 "x" <|>', 'body Risk'],
    ['risk R-1 "x<|>', 'title Risk'],
    ['risk R-1 "x"\n<|>', 'kind -'],
    ['role Ceo "x" {}\n<|>', 'kind -'],
    ['role <|>\n', 'name Role'],
    ['control A.5.1, <|>', 'name Control'],
    ['control A.5.1, A.<|> {', 'name Control'],
    ['risk R { <|>', 'key Risk'],
    ['risk R {\n  ow<|>\n}', 'key Risk'],
    ['risk R {\n  ow<|>ner: Ceo\n}', 'key Risk'],
    ['risk R {\n  owner: <|>\n}', 'value Risk owner Risk.owner'],
    ['risk R {\n  owner: Ce<|>', 'value Risk owner Risk.owner'],
    ['risk R {\n  owner:<|>\n  status: x', 'value Risk owner Risk.owner'],
    ['risk R {\n  owner:\n  <|>', 'key Risk'],
    ['risk R {\n  controls:\n    <|>', 'value Risk controls Risk.controls'],
    ['risk R {\n  owner: Ceo <|>', 'key Risk'],
    ['risk R {\n  owner: Ceo\n  <|>', 'key Risk'],
    ['risk R {\n  controls: A.5.1, <|>', 'value Risk controls Risk.controls'],
    ['risk R {\n  controls: A.5.1,\n    <|>', 'value Risk controls Risk.controls'],
    ['risk R {\n  accepted: <|>', 'value Risk accepted Approval.on'],
    ['risk R {\n  accepted: 2026-03-01 <|>', "value Risk accepted 'by' 'until' 'because' or key"],
    ['risk R {\n  accepted: 2026-03-01\n  <|>', 'key Risk'],
    ['risk R {\n  accepted: 2026-03-01 by <|>', 'value Risk accepted Approval.by'],
    ['risk R {\n  accepted: 2026-03-01 by Ceo, <|>', 'value Risk accepted Approval.by'],
    ['risk R {\n  accepted: 2026-03-01 by Ceo u<|>', "value Risk accepted 'until' 'because' or key"],
    ['risk R {\n  accepted: 2026-03-01 by Ceo until <|>', 'value Risk accepted Approval.until'],
    ['risk R {\n  accepted: 2026-03-01 by Ceo until 2027-01-01 <|>', "value Risk accepted 'because' or key"],
    ['risk R {\n  review: <|>', "value Risk review Interval.count Interval.frequency 'every'"],
    ['risk R {\n  review: every <|>', 'value Risk review Interval.count Interval.unit'],
    ['risk R {\n  review: every 12 <|>', 'value Risk review Interval.unit'],
    ['risk R {\n  review: 12 m<|>', 'value Risk review Interval.unit'],
    ['risk R {\n  impact: <|>', 'value Risk impact ImpactValue.level ImpactValue.property'],
    ['risk R {\n  impact: availability <|>', 'value Risk impact ImpactValue.level'],
    ['risk R {\n  impact: availability major, <|>', 'value Risk impact ImpactValue.level ImpactValue.property'],
    ['risk R {\n  impact: major <|>', 'key Risk'],
    ['risk R {\n  residual { likelihood: <|>', 'value ResidualLevel likelihood ResidualLevel.likelihood'],
    ['risk R {\n  residual { likelihood: rare }\n <|>', 'key Risk'],
    ['risk R {\n  residual <|>', 'body ResidualLevel'],
    ['risk R {\n  controls: A.5.1 action "x" { <|>', 'key Action'],
    ['risk R {\n  action <|>', 'name Action'],
    ['risk R {\n  action "x" <|>', 'body Action'],
    ['risk R {\n  action "x"\n  <|>', 'key Risk'],
    ['risk R {\n  action "x" {\n    due: <|>', 'value Action due Action.due'],
    ['control A.5.1 { applicable: <|>', 'value Control applicable Applicability.decision'],
    ['control A.5.1 { applicable: inherited <|>', "value Control applicable 'from' or key"],
    ['control A.5.1 { applicable: inherited from <|>', 'value Control applicable Applicability.provider'],
    ['control A.5.1 { applicable: yes <|>', 'key Control'],
    ['control A.5.1 { because: <|>', 'value Control because Because.reason Because.ground'],
    ['control A.5.1 { because: R-1, <|>', 'value Control because Because.reason Because.ground'],
    ['control A.5.1 { because: covered-by <|>', 'value Control because Because.coveredBy'],
    ['control A.5.1 { justification: "ab<|>c" }', 'string Control justification Control.justification'],
    ['control A.5.1 { justification: "ab<|>\n owner: X }', 'string Control justification Control.justification'],
    ['control A.5.1 { justification: """ab<|>', 'string Control justification Control.justification'],
    ['control A.5.1 { justification: "ab\n  <|>', 'key Control'],
    ['control A.5.1 { // no<|>te\n }', 'comment Control'],
    ['// isms-ignore <|>', 'comment -'],
    ['/* open <|>', 'comment -'],
    ['scope "x" { excludes: <|>', 'value Scope excludes Exclusion.what Exclusion.text'],
    ['scope "x" { excludes: Utrecht <|>', "value Scope excludes 'because' or key"],
    ['scope "x" { excludes: Utrecht because <|>', 'value Scope excludes Exclusion.reason'],
    ['role R { <|>', 'key Role'],
    ['role R { top-management <|>', 'key Role'],
    ['party P { requirement Gdpr "x" <|>', 'body Requirement'],
    ['party P { requirement Gdpr "x"\n requirement Up "y" { kind: <|>', 'value Requirement kind Requirement.kind'],
    ['method { likelihood { 1: <|>', 'value LikelihoodScale Step.label'],
    ['method { impact <|>', 'value ImpactScale ImpactScale.property'],
    ['method { matrix { <|>', 'value Matrix MatrixRow.likelihood'],
    ['method { matrix { rare: low, <|>', 'value Matrix MatrixRow.cells'],
    ['method { matrix { rare: low, low\n un<|>', 'value Matrix MatrixRow.likelihood'],
    ['mapping M { from: X\n <|>', 'value Mapping MappingPair.source or key'],
    ['mapping M { from: X to: Y\n PR.AA-01 -> A.5.1, <|>', 'value Mapping MappingPair.targets'],
    ['mapping M { PR.AA-01 <|>', "value Mapping '->'"],
    ['mapping M { PR.AA-01 -> <|>', 'value Mapping MappingPair.targets'],
    ['mapping M { PR.AA-01 -> A.5.1, <|>', 'value Mapping MappingPair.targets'],
    // damage
    ['risk R-1 "open {\n  owner: Ceo\n  tr<|>', 'key Risk'],
    ['risk R-1 "x"\n  owner: Ceo\n  tr<|>', 'key Risk'],
    ['risk R {\n  residul {\n    <|>', 'none ?'],
    ['risk R {\n  residul { a: b }\n  <|>', 'key Risk'],
    ['risk R {\n  wrong: word\n  <|>', 'key Risk'],
    ['{ <|>', 'none ?'],
    ['} } <|>', 'kind -'],
    ['risk risk { owner: owner\n <|>', 'key Risk'],
    ['<<<<<<< HEAD\nrisk R {\n owner: <|>', 'value Risk owner Risk.owner'],
  ])('%s', (marked, expected) => {
    expect(tell(at(marked))).toBe(expected);
  });

  it('tells what has been typed and what is to be replaced', () => {
    const cursor = at('risk R { controls: A.5.1, A.8<|>.13, A.9 }');
    expect(cursor).toMatchObject({ prefix: 'A.8', start: 26, end: 32, given: ['A.5.1', 'A.9'] });
  });

  it('knows the properties that are there, before and behind the cursor', () => {
    const [frame] = at('risk R {\n owner: Ceo\n <|>\n action "x" { due: 2026-01-01 }\n impact: major }').frames;
    expect([...(frame?.given.keys() ?? [])]).toEqual(['owner', 'actions', 'impact']);
    expect(frame?.given.get('owner')).toEqual(['Ceo']);
  });

  it('tells whether title and body follow', () => {
    expect(at('control A.<|> "x" {\n}').frames[0]).toMatchObject({ title: '"x"', hasBody: true, names: [] });
    expect(at('control A.<|>').frames[0]).toMatchObject({ title: undefined, hasBody: false });
  });

  it('takes any text and offset', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          'risk ',
          'R-1 ',
          '"t"',
          '"',
          '"""',
          '{',
          '}',
          '\n',
          '\r\n',
          'owner: ',
          'controls: A.5.1, ',
          'action ',
          '//',
        ],
        ...[
          '/*',
          '*/',
          ': ',
          'matrix { ',
          'mapping M { ',
          '-> ',
          'accepted: 2026-01-01 by ',
          'control ',
          '<<<<<<< a\n',
          '\\',
        ],
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.double(), (pieces, share) => {
        const text = pieces.join('');
        const offset = Number.isFinite(share) ? Math.trunc(share * text.length) : share;
        const cursor = cursorAt(text, offset);
        expect(cursor.start).toBeLessThanOrEqual(cursor.end);
        expect(cursor.end).toBeLessThanOrEqual(text.length);
        const clamped = Math.max(0, Math.min(text.length, Math.trunc(offset) || 0));
        expect(cursor.prefix).toBe(text.slice(cursor.start, clamped));
        expect(clamped).toBeLessThanOrEqual(Math.max(cursor.end, clamped));
        wordAround(text, clamped);
      }),
      { numRuns: 500 },
    );
  });
});
