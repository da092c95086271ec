/** What there is to know about a control of Annex A, a clause, or a built-in threat or vulnerability. */
import { decisionOf, isIncluded, reasonsOf, requirementCode, risksOf } from '../analysis/control.ts';
import { themes } from '../catalogues/annex-a.ts';
import { find2013 } from '../catalogues/annex-a-2013.ts';
import { builtin } from '../catalogues/builtin.ts';
import { documentedInformationOf } from '../catalogues/clauses.ts';
import type { Control, Requirement } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { code, codeList, escapeMarkdown, shorten } from './markdown.ts';

/** A control of Annex A with its standing in the ISMS, as Markdown. Empty for an id that is none. */
export function aboutControl(view: IsmsView, id: string): string {
  const [title, facts, ...more] = catalogueFacts(id);
  return title && facts ? [title, facts, soaStanding(view, id), ...more].join('\n\n') : '';
}

/** A control of Annex A as the catalogue knows it, and whether the ISMS has decided on it; cheap enough to be asked for all. */
export function controlInBrief(view: IsmsView, id: string): string {
  const [entry] = view.named(id, 'ControlTarget').filter(({ node }) => node.$type === 'Control');
  const decision = entry ? decisionText(entry.declaration as Control) : 'undecided';
  return [...catalogueFacts(id), `Statement of Applicability: ${decision}.`].join('\n\n');
}

function catalogueFacts(id: string): string[] {
  const entry = builtin(id);
  if (entry?.kind !== 'annex-a-control') return [];
  const { control } = entry;
  const { controlType, properties, concepts, capabilities, domains } = control.attributes;
  const theme = themes.find(candidate => candidate.id === control.theme)?.title ?? control.theme;
  const earlier = control.isNew
    ? 'New in 2022.'
    : `Before 2022: ${control.predecessors2013.map(old => `${old} ${find2013(old)?.title ?? ''}`.trim()).join('; ')}.`;
  return [
    `**${control.id} ${escapeMarkdown(control.title)}**`,
    `${theme} · ${controlType.join(', ')} · ${properties.join(', ')}`,
    `Concepts: ${concepts.join(', ')}. Capabilities: ${capabilities.join(', ')}. Domains: ${domains.join(', ')}.`,
    escapeMarkdown(earlier),
  ];
}

/** A clause with the documented information that it asks for. */
export function aboutBuiltin(name: string): string {
  const entry = builtin(name);
  switch (entry?.kind) {
    case 'clause': {
      const documents = documentedInformationOf(entry.clause.id);
      const list = documents.map(
        item => `- ${escapeMarkdown(item.name)} (${item.kind}, ${item.requirement}): ${escapeMarkdown(item.hint)}`,
      );
      return [
        `**${entry.name} ${escapeMarkdown(entry.title)}** (ISO/IEC 27001:2022)`,
        ...(entry.clause.amendment2024 ? [`Amendment 1:2024: ${escapeMarkdown(entry.clause.amendment2024)}`] : []),
        ...(list.length ? [`Documented information:\n\n${list.join('\n')}`] : []),
      ].join('\n\n');
    }
    case 'threat':
    case 'vulnerability': {
      const about = entry.kind === 'threat' ? entry.threat : entry.vulnerability;
      return [
        `*built-in ${entry.kind}* ${code(entry.name)} **${escapeMarkdown(entry.title)}**`,
        escapeMarkdown(about.description),
        ...(entry.kind === 'threat'
          ? [`Source: ${entry.threat.sources.join(', ')}. Affects: ${entry.threat.affects.join(', ')}.`]
          : []),
        ...(about.controls.length ? [`Usually treated by ${codeList(about.controls)}.`] : []),
      ].join('\n\n');
    }
    case 'catalogue':
      return `*built-in catalogue* ${code(entry.name)} **${escapeMarkdown(entry.title)}**`;
    default:
      return '';
  }
}

/** An id of the 2013 edition and what replaced it. */
export function about2013(id: string): string {
  const old = find2013(id);
  if (!old) return '';
  const successors = old.successors.map(control => `${code(control.id)} ${escapeMarkdown(control.title)}`);
  return [
    `**${old.id} ${escapeMarkdown(old.title)}** is ${old.kind === 'control' ? 'a control' : `a ${old.kind}`} of the 2013 edition.`,
    `Since 2022: ${successors.join(', ')}.`,
  ].join('\n\n');
}

/** The decision of the Statement of Applicability on a control, and what calls for it. */
function soaStanding(view: IsmsView, id: string): string {
  const entry = view.named(id, 'ControlTarget').find(({ node }) => node.$type === 'Control');
  if (!entry) {
    const risks = view
      .users(id, 'CatalogEntry', 'Risk')
      .flatMap(risk => risk.names.slice(0, 1).map(name => name.value));
    return `Statement of Applicability: undecided.${risks.length ? ` Named by ${codeList(risks)}.` : ''}`;
  }
  return aboutEntry(view, entry.declaration as Control, id);
}

/** The decision in bold, how far the control is, and who owns it. */
function decisionText(control: Control): string {
  const decision = decisionOf(control);
  const provider = control.applicable?.provider?.name;
  const words = {
    yes: 'applicable',
    no: 'excluded',
    inherited: `inherited${provider ? ` from ${code(provider)}` : ''}`,
  };
  const status = isIncluded(control) && control.status ? `, ${escapeMarkdown(control.status.value)}` : '';
  const owner = control.owner ? `, owner ${code(control.owner.name)}` : '';
  return `**${decision ? words[decision] : 'undecided'}**${status}${owner}`;
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
    `Statement of Applicability: ${decisionText(control)}.`,
    ...(grounds.length ? [`Ground: ${escapeMarkdown(grounds.join(', '))}.`] : []),
    ...(risks.length ? [`Treats ${codeList(risks)}.`] : []),
    ...(requirements.length ? [`Required by ${requirements.join(', ')}.`] : []),
    ...(control.justification ? [`“${escapeMarkdown(shorten(control.justification.value, 200))}”`] : []),
  ];
  return parts.join('  \n');
}
