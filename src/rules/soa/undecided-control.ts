import { risksNaming } from '../../analysis/control.ts';
import { namesControls } from '../../analysis/risk.ts';
import { annexA, findControl, type Theme, themes } from '../../catalogues/annex-a.ts';
import { recogniseControlId } from '../../catalogues/control-ids.ts';
import { type Control, type Isms, nameSpan } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { type Saying, say, saying, word } from '../../wording/wording.ts';
import { insertFirstProperty, together } from '../edits.ts';
import { usualControls } from '../risk/_usual-controls.ts';
import { type Fix, type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { grounds } from './_grounds.ts';
import { insertEntries } from './_stubs.ts';

/** Up to so many missing entries are told one by one, more by theme: 93 squiggles at one name help nobody. */
const mostSingly = 5;

interface Undecided {
  /** The controls of the finding. */
  readonly ids: readonly string[];
  readonly theme?: string;
  /** All controls without an entry, at the first of several findings. */
  readonly all?: readonly string[];
}

export default rule({
  code: 'soa/undecided-control',
  severity: 'error',
  clause: '6.1.3 c, d',
  summary: 'A control of Annex A has no entry in the Statement of Applicability, or an entry without a decision.',
  why: 'All 93 controls have to be considered, so that no necessary one is overlooked. A control that is not mentioned is the first thing an auditor sees.',
  remedy:
    'Add a `control` entry with `applicable: yes`, `no` or `inherited from` a supplier. The quick fix inserts entries to be filled in.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}\ncontrol A.5.1 "Policies for information security" {\n  applicable: yes\n}',
    good: 'control A.5.1 "Policies for information security" {\n  applicable: yes\n}',
  },
  on: ['Isms', 'Control'],
  check(declaration, context) {
    if (declaration.$type === 'Isms') checkIsms(declaration, context);
    else checkEntry(declaration, context);
  },
  fix(target, context): readonly Fix[] {
    const { declaration } = target;
    if (declaration.$type === 'Control') {
      if (declaration.applicable) return [];
      const source = context.textOf(declaration);
      return decisionsFor(declaration, context).map(({ title, properties }) => ({
        title,
        edits: [insertFirstProperty(declaration, source, together(source, properties))],
        decides: true,
      }));
    }
    const { ids, theme, all } = target.data as Undecided;
    const add = (title: string, wanted: readonly string[], preferred = false): Fix => ({
      title,
      edits: insertEntries(context, wanted, declaration),
      preferred,
    });
    const first = ids.slice(0, 1);
    const fixes = [
      add(say('Add an entry for {0} {1}', first[0] ?? '', findControl(first[0] ?? '')?.title ?? ''), first, !theme),
    ];
    const titleOf = theme === undefined ? undefined : entriesOf[theme];
    if (titleOf && ids.length > 1) fixes.unshift(add(titleOf(ids.length), ids, true));
    if (all && all.length > ids.length)
      fixes.push(add(say('Add entries for all {0} undecided controls', all.length), all));
    return fixes;
  },
});

const entriesOf: Readonly<Record<string, (count: number) => string>> = {
  organizational: count => say('Add entries for the {0} organizational controls', count),
  people: count => say('Add entries for the {0} people controls', count),
  physical: count => say('Add entries for the {0} physical controls', count),
  technological: count => say('Add entries for the {0} technological controls', count),
};

/** How many risks and suppliers are offered. */
const mostReasons = 4;

/** The decisions that there are about a control, each with what it rests on. */
function decisionsFor(control: Control, view: IsmsView): { title: string; properties: readonly string[] }[] {
  const isFree = !control.because.length;
  const risks = isFree ? risksFor(control, view).slice(0, mostReasons) : [];
  const suppliers = view.all('Supplier').flatMap(({ names }) => names.slice(0, 1).map(({ value }) => value));
  return [
    ...risks.map(({ name, title }) => ({
      title: say('Applicable because {0}{1}', name, title ? ` (${title})` : ''),
      properties: ['applicable: yes', `because: ${name}`],
    })),
    { title: say('Applicable'), properties: ['applicable: yes'] },
    ...(isFree ? grounds : []).map(ground => ({
      title: say('Exclude: {0}', word(ground)),
      properties: ['applicable: no', `because: ${ground}`],
    })),
    { title: say('Exclude'), properties: ['applicable: no'] },
    ...suppliers.slice(0, mostReasons).map(name => ({
      title: say('Inherited from {0}', name),
      properties: [`applicable: inherited from ${name}`],
    })),
  ];
}

/** The risks that speak for a control: those that name it, then those that it usually treats. */
function risksFor({ names }: Control, view: IsmsView): { name: string; title: string | undefined }[] {
  const naming = names.flatMap(({ value }) => risksNaming(view, value));
  const usual = view
    .all('Risk')
    .filter(
      risk => !namesControls(risk) && usualControls(view, risk).some(id => names.some(({ value }) => value === id)),
    );
  return [...new Set([...naming, ...usual])].flatMap(risk =>
    risk.names.slice(0, 1).map(({ value }) => ({ name: value, title: risk.title?.value })),
  );
}

function checkEntry(control: Control, { report }: RuleContext): void {
  if (control.applicable) return;
  report({
    at: nameSpan(control),
    message: saying('{0} is not decided; add `applicable:` yes, no or inherited from a supplier.', labelled(control)),
  });
}

function checkIsms(isms: Isms, { report, names }: RuleContext): void {
  const entries = new Set(names('Control').flatMap(meant));
  const missing = annexA.filter(({ id }) => !entries.has(id));
  const all = missing.map(({ id }) => id);
  const at = nameSpan(isms);
  const once = (index: number) => (index === 0 && all.length > 1 ? { all } : {});
  if (missing.length <= mostSingly) {
    for (const [index, { id, title }] of missing.entries()) {
      report({
        at,
        message: saying('{0} {1} is not decided; add an entry that says whether it applies.', id, title),
        data: { ids: [id], ...once(index) } satisfies Undecided,
      });
    }
    return;
  }
  const byTheme = themes.flatMap(theme => {
    const ids = missing.flatMap(control => (control.theme === theme.id ? [control.id] : []));
    return ids.length ? [{ theme, ids }] : [];
  });
  for (const [index, { theme, ids }] of byTheme.entries()) {
    report({
      at,
      message: messageFor(theme, ids),
      data: { ids, theme: theme.id, ...once(index) } satisfies Undecided,
    });
  }
}

/** The controls that an entry is about. A number that is misspelt or of 2013 is told as such, and not as the lack of another. */
function meant(name: string): readonly string[] {
  const recognised = recogniseControlId(name);
  if (!recognised) return [name];
  if (recognised.edition === '2022') return [recognised.id];
  const { superseded } = recognised;
  return superseded.kind === 'control' ? superseded.successors.map(({ id }) => id) : [];
}

function messageFor(theme: Theme, ids: readonly string[]): Saying {
  const shown = ids.slice(0, 4).join(', ');
  return saying(
    '{0}: {1} of {2} are not decided ({3}); add an entry for each that says whether it applies.',
    saying(theme.title),
    ids.length,
    theme.count,
    ids.length > 4 ? `${shown} …` : shown,
  );
}
