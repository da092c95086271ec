import { type AnnexAControl, findControl } from '../../catalogues/annex-a.ts';
import { type Control2013, find2013 } from '../../catalogues/annex-a-2013.ts';
import { recogniseControlId } from '../../catalogues/control-ids.ts';
import { controlsByTitle, hasTitle } from '../../catalogues/control-titles.ts';
import type { Control, Located } from '../../model/declaration.ts';
import { quote } from '../../syntax/text/quoted-text.ts';
import { listSaying, type SayingValue, say, saying } from '../../wording/wording.ts';
import { type Fix, type RuleContext, rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'control/title-mismatch',
  severity: 'error',
  clause: '6.1.3 d',
  summary: 'The title written beside the id of a control is that of another control.',
  why: 'Readers go by the title, tools by the id. If the two name different controls, one of them has been decided by mistake and the other one not at all.',
  remedy: 'Decide which control is meant: correct the id or the title. Both are offered as quick fixes.',
  example: {
    bad: 'control A.9.2.5 "Secure log-on procedures" {\n  applicable: yes\n}',
    good: 'control A.8.5 "Secure authentication" {\n  applicable: yes\n}',
  },
  on: ['Control'],
  damagedToo: true,
  check(control, context) {
    const { report } = context;
    const conflict = conflictOf(control);
    if (!control.title) return;
    if (!conflict) {
      tellOtherCatalogue(control, control.title, context);
      return;
    }
    const { id, ids, own, isOldTitle } = conflict;
    const title = shorten(control.title.value);
    const message = isOldTitle
      ? saying('“{0}” is the title of 2013; that of {1} is “{2}”; correct it.', title, id, own[0]?.title ?? '')
      : own.includes(findControl(id) as AnnexAControl)
        ? saying('“{0}” is the title of {1}, not of {2}; correct the id or the title.', title, ids, id)
        : saying(
            '“{0}” is the title of {1}, not of {2} (now {3}); correct the id or the title.',
            title,
            ids,
            id,
            idsOf(own),
          );
    report({ at: control.title, message });
  },
  fix({ declaration }) {
    const conflict = conflictOf(declaration);
    const [name] = declaration.names;
    const { title } = declaration;
    if (!conflict || !name || !title) return [];
    const become = (control: AnnexAControl, safe: boolean): Fix => ({
      title: say('Make it {0} {1}', control.id, control.title),
      edits: [
        { declaration, start: name.start, end: name.end, text: control.id },
        { declaration, start: title.start, end: title.end, text: quote(control.title) },
      ],
      safe,
      preferred: safe,
    });
    const { own, meant, isOldTitle } = conflict;
    return [
      ...(isOldTitle ? [] : meant.map(control => become(control, false))),
      ...own.map(c => become(c, isOldTitle)),
    ];
  },
});

/** A declared catalogue may have the same ids as Annex A: its titles do not say what a control of Annex A is. */
function tellOtherCatalogue({ names }: Control, title: Located<string>, context: RuleContext): void {
  const [name] = names;
  const own = name && findControl(name.value);
  if (!own || names.length > 1 || hasTitle(own, title.value)) return;
  const other = context
    .named(name.value, 'CatalogEntry')
    .find(({ node }) => node.$type === 'CatalogEntry' && node.title?.value === title.value);
  if (!other) return;
  context.report({
    at: title,
    message: saying(
      '“{0}” is {1} of {2}; here {1} is that of Annex A, “{3}”.',
      shorten(title.value),
      name.value,
      shortLabel(other.declaration),
      own.title,
    ),
  });
}

interface Conflict {
  /** The id as it is written. */
  readonly id: string;
  /** The controls whose title it is, for the message: `A.9.4.2 (2013, now A.8.5)`. */
  readonly ids: SayingValue;
  /** What the id stands for in 2022. */
  readonly own: readonly AnnexAControl[];
  /** What the title stands for in 2022. */
  readonly meant: readonly AnnexAControl[];
  /** Whether it is only the title that the control, or what went into it, had in 2013. */
  readonly isOldTitle: boolean;
}

function conflictOf({ names, title }: Control): Conflict | undefined {
  const [name] = names;
  // A title beside several ids is that of the group.
  if (!name || !title || names.length > 1) return undefined;
  const recognised = recogniseControlId(name.value);
  if (!recognised || (recognised.edition === '2013' && recognised.superseded.kind !== 'control')) return undefined;
  const owner = (recognised.edition === '2022' ? findControl : find2013)(recognised.id) as AnnexAControl | Control2013;
  if (hasTitle(owner, title.value)) return undefined;
  const own = 'successors' in owner ? owner.successors : [owner];
  const { controls2022, controls2013 } = controlsByTitle(title.value);
  if (!controls2022.length && !controls2013.length) return undefined;
  // A 2013 id with the title of its successor is only the matter of the id.
  if (controls2022.some(control => own.includes(control))) return undefined;
  const meant = [...new Set([...controls2022, ...controls2013.flatMap(control => control.successors)])];
  const isOldTitle = recognised.edition === '2022' && !controls2022.length && meant.some(c => own.includes(c));
  const current = controls2022.map(({ id }) => id);
  const old = controls2013.map(({ id, successors }) => saying('{0} (2013, now {1})', id, idsOf(successors)));
  const id = recognised.edition === '2022' ? recognised.id : name.value;
  return { id, ids: { items: current.length ? current : old, conjunction: 'none' }, own, meant, isOldTitle };
}

const idsOf = (controls: readonly AnnexAControl[]): SayingValue =>
  listSaying(
    controls.map(({ id }) => id),
    'or',
  );

const shorten = (title: string): string => (title.length > 50 ? `${title.slice(0, 49).trimEnd()}…` : title);
