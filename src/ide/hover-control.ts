/** What there is to know about an entry of a framework, such as a control of Annex A or a clause, or a built-in threat or vulnerability. */
import { decisionOf, isIncluded, reasonsOf, requirementCode, risksOf } from '../analysis/control.ts';
import { builtinCorrespondences, correspondences, correspondingTo, frameworkTitle } from '../analysis/frameworks.ts';
import { type AnnexAControl, findControl } from '../catalogues/annex-a.ts';
import { find2013 } from '../catalogues/annex-a-2013.ts';
import { documentedInformationOf, findClause } from '../catalogues/clauses.ts';
import { findThreat, findVulnerability } from '../catalogues/threats.ts';
import { builtin, type FrameworkEntry } from '../frameworks/framework.ts';
import { calledOf } from '../language/schema.ts';
import type { Control, Requirement } from '../model/declaration.ts';
import { isDefault } from '../model/default-value.ts';
import type { IsmsView } from '../model/view.ts';
import { later, say } from '../wording/wording.ts';
import { code, codeList, escapeMarkdown, shorten } from './markdown.ts';

/** A control of a framework with its standing in the ISMS, as Markdown. Empty for an id that is none. */
export function aboutControl(view: IsmsView, id: string): string {
  const [title, facts, ...more] = catalogueFacts(id);
  if (!title || !facts) return '';
  return [title, facts, ...soaStanding(view, id), ...more, ...correspondenceText(view, id)].join('\n\n');
}

/** A control of Annex A as the catalogue knows it, and whether the ISMS has decided on it; cheap enough to be asked for all. */
export function controlInBrief(view: IsmsView, id: string): string {
  const [entry] = view.named(id, 'ControlTarget').filter(({ node }) => node.$type === 'Control');
  const decision = entry ? decisionText(entry.declaration as Control) : say('undecided');
  return [...catalogueFacts(id), say('Statement of Applicability: {0}.', decision)].join('\n\n');
}

function catalogueFacts(id: string): string[] {
  const entry = builtin(id);
  if (entry?.type !== 'CatalogEntry' || entry.document.role !== 'control') return [];
  const { title, document, facts } = entry;
  const control = findControl(id);
  const { theme = [], type = [], properties = [] } = facts;
  const words = [theme.map(word => say(document.themes?.[word] ?? word)), type.map(saidWord), properties.map(saidWord)];
  const about = words.flatMap(list => (list.length ? [list.join(', ')] : []));
  return [
    `**${id} ${escapeMarkdown(title)}**${control ? '' : ` (${escapeMarkdown(document.title)})`}`,
    about.length ? about.map(escapeMarkdown).join(' · ') : `*${entryWord(entry)}*`,
    ...(control ? annexAFacts(control) : []),
  ];
}

const entryWord = ({ document }: FrameworkEntry): string => say(document.entry ?? 'entry');

function annexAFacts({ attributes, isNew, predecessors2013 }: AnnexAControl): string[] {
  const { concepts, capabilities, domains } = attributes;
  const earlier = isNew
    ? say('New in 2022.')
    : say('Before 2022: {0}.', predecessors2013.map(old => `${old} ${find2013(old)?.title ?? ''}`.trim()).join('; '));
  return [
    say(
      'Concepts: {0}. Capabilities: {1}. Domains: {2}.',
      saidList(concepts),
      saidList(capabilities),
      saidList(domains),
    ),
    escapeMarkdown(earlier),
  ];
}

/** What mappings relate an entry to, a line for each framework. */
function correspondenceText(view: IsmsView | undefined, id: string): string[] {
  const related = new Map<string, Set<string>>();
  for (const { catalogue, mapping, ids } of correspondingTo(
    id,
    view ? correspondences(view) : builtinCorrespondences(),
  )) {
    const title = catalogue === undefined ? (mapping.title ?? mapping.name) : frameworkTitle(view, catalogue);
    const known = related.get(title) ?? new Set();
    for (const other of ids) known.add(other);
    related.set(title, known);
  }
  const lines = [...related].map(([title, ids]) => `- ${escapeMarkdown(title)}: ${codeList([...ids])}`);
  return lines.length ? [`${say('Corresponds to:')}\n\n${lines.join('\n')}`] : [];
}

/** What is known of a name in a built-in framework; empty for one that is none. */
export function aboutBuiltin(view: IsmsView | undefined, name: string): string {
  const entry = builtin(name);
  if (!entry) return '';
  if (entry.type === 'CatalogEntry') {
    if (entry.document.role === 'requirement') return aboutRequirement(view, entry);
    return view ? aboutControl(view, name) : [...catalogueFacts(name), ...correspondenceText(view, name)].join('\n\n');
  }
  const about = findThreat(name) ?? findVulnerability(name);
  if (!about)
    return `*${say('built-in {0}', say(calledOf(entry.type)))}* ${code(name)} **${escapeMarkdown(entry.title)}**`;
  return [
    `*${say('built-in {0}', say(about.kind))}* ${code(name)} **${escapeMarkdown(about.title)}**`,
    escapeMarkdown(about.description),
    ...(about.kind === 'threat'
      ? [say('Source: {0}. Affects: {1}.', saidList(about.sources), saidList(about.affects))]
      : []),
    ...(about.controls.length ? [say('Usually treated by {0}.', codeList(about.controls))] : []),
  ].join('\n\n');
}

/** A clause with the documented information that it asks for. */
function aboutRequirement(view: IsmsView | undefined, { name, title, document }: FrameworkEntry): string {
  const amendment = findClause(name)?.amendment2024;
  const list = documentedInformationOf(name).map(
    item =>
      `- ${escapeMarkdown(say(item.name))} (${say(item.kind)}, ${say(item.requirement)}): ${escapeMarkdown(item.hint)}`,
  );
  return [
    `**${name} ${escapeMarkdown(title)}** (${escapeMarkdown(document.title)})`,
    ...(amendment ? [say('Amendment 1:2024: {0}', escapeMarkdown(amendment))] : []),
    ...(list.length ? [`${say('Documented information:')}\n\n${list.join('\n')}`] : []),
    ...correspondenceText(view, name),
  ].join('\n\n');
}

const saidWord = (one: string): string => say(one);

const saidList = (words: readonly string[]): string => words.map(saidWord).join(', ');

const kinds2013 = {
  control: later('{0} is a control of the 2013 edition.'),
  objective: later('{0} is an objective of the 2013 edition.'),
  domain: later('{0} is a domain of the 2013 edition.'),
} as const;

/** An id of the 2013 edition and what replaced it. */
export function about2013(id: string): string {
  const old = find2013(id);
  if (!old) return '';
  const successors = old.successors.map(control => `${code(control.id)} ${escapeMarkdown(control.title)}`);
  return [
    say(kinds2013[old.kind], `**${old.id} ${escapeMarkdown(old.title)}**`),
    say('Since 2022: {0}.', successors.join(', ')),
  ].join('\n\n');
}

/** The decision of the Statement of Applicability on a control, and what calls for it. Of other frameworks it need not speak. */
function soaStanding(view: IsmsView, id: string): string[] {
  const entry = view.named(id, 'ControlTarget').find(({ node }) => node.$type === 'Control');
  if (!entry) {
    const risks = view
      .users(id, 'CatalogEntry', 'Risk')
      .flatMap(risk => risk.names.slice(0, 1).map(name => name.value));
    const decision = findControl(id) ? [say('Statement of Applicability: {0}.', say('undecided'))] : [];
    const line = [...decision, ...(risks.length ? [say('Named by {0}.', codeList(risks))] : [])].join(' ');
    return line ? [line] : [];
  }
  return [aboutEntry(view, entry.declaration as Control, id)];
}

/** The decision in bold, how far the control is, and who owns it. */
function decisionText(control: Control): string {
  const decision = decisionOf(control);
  const provider = control.applicable?.provider?.name;
  const words = {
    yes: say('applicable'),
    no: say('excluded'),
    inherited: provider ? say('inherited from {0}', code(provider)) : say('inherited'),
  };
  const status = isIncluded(control) && control.status ? `, ${escapeMarkdown(say(control.status.value))}` : '';
  const given = isDefault(control.owner) ? later('owner {0} by default') : later('owner {0}');
  const owner = control.owner ? `, ${say(given, code(control.owner.name))}` : '';
  return `**${decision ? words[decision] : say('undecided')}**${status}${owner}`;
}

/** An entry of the Statement of Applicability, for one of its controls. */
export function aboutEntry(view: IsmsView, control: Control, id: string): string {
  const grounds = control.because.flatMap(({ ground, coveredBy }) =>
    ground ? [ground.value + (coveredBy ? ` ${coveredBy.name}` : '')] : [],
  );
  const risks = risksOf(view, control, id);
  const requirements = reasonsOf(control).flatMap(ref => {
    const node = view.resolve(ref)?.node;
    return node?.$type === 'Requirement' ? [`${code(ref.name)} (${requirementCode(node as Requirement)})`] : [];
  });
  const parts = [
    say('Statement of Applicability: {0}.', decisionText(control)),
    ...(grounds.length ? [say('Ground: {0}.', escapeMarkdown(grounds.join(', ')))] : []),
    ...(risks.length ? [say('Treats {0}.', codeList(risks))] : []),
    ...(requirements.length ? [say('Required by {0}.', requirements.join(', '))] : []),
    ...(control.justification ? [`“${escapeMarkdown(shorten(control.justification.value, 200))}”`] : []),
  ];
  return parts.join('  \n');
}
