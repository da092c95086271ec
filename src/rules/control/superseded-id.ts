import type { AnnexAControl } from '../../catalogues/annex-a.ts';
import type { Control2013, Superseded2013 } from '../../catalogues/annex-a-2013.ts';
import { controlsByTitle, hasTitle } from '../../catalogues/control-titles.ts';
import type { Declaration } from '../../model/declaration.ts';
import { quote } from '../../syntax/text/quoted-text.ts';
import { firstOfSaying, inEnglish, listSaying, type Saying, saidValue, say, saying } from '../../wording/wording.ts';
import { type DeclarationEdit, type Fix, type FixContext, rule } from '../rule.ts';
import { faultyIds, idFault } from './_annex-id.ts';
import { listAround, nameOf, replaceItem } from './_lists.ts';

/** So many successors are offered one by one; a whole domain of 2013 has up to 19. */
const mostOffered = 6;

export default rule({
  code: 'control/superseded-id',
  severity: 'error',
  clause: '6.1.3 c, d',
  summary: 'A control is named by its number in the 2013 edition of Annex A.',
  why: 'The 2022 edition renumbered all controls and merged many of them. A 2013 number in a Statement of Applicability for 2022 points to nothing, or to the wrong control.',
  remedy:
    'Write the number of 2022 that replaces it; the quick fix does. Where a control was split, decide which of the successors is meant.',
  example: {
    bad: 'control A.9.4.2 "Secure log-on procedures" {\n  applicable: yes\n}',
    good: 'control A.8.5 "Secure authentication" {\n  applicable: yes\n}',
  },
  on: ['any'],
  damagedToo: true,
  check(declaration, context) {
    for (const { id, at, isEntry, fault } of faultyIds(declaration, context)) {
      if (fault.fault !== 'superseded') continue;
      context.report({ at, message: messageFor(id, fault.recognised.superseded), data: { id, isEntry } });
    }
  },
  fix({ declaration, at, data }, context) {
    const { id, isEntry } = data as { id: string; isEntry: boolean };
    const fault = idFault(id);
    if (fault?.fault !== 'superseded') return [];
    const { superseded } = fault.recognised;
    const list = listAround(declaration, at);
    const replace = (successors: readonly AnnexAControl[], about: Partial<Fix> = {}): Fix => {
      const others = namesBefore(list, at.start);
      const names = successors.map(control => control.id).filter(name => !others.has(name));
      return {
        title: titleFor(successors),
        edits: [
          ...replaceItem(declaration, context.textOf(declaration), at, list, names),
          ...(isEntry ? newTitle(declaration, superseded, successors) : []),
        ],
        ...about,
      };
    };
    const { successors } = superseded;
    const [only] = successors;
    if (!only) return [];
    if (successors.length === 1) {
      const isContradicted = isEntry && titleContradicts(declaration, superseded);
      // Of entries that become one, only their author can tell which one is kept, and what of the others goes into it.
      const isMerged = isEntry && !isFree(only, superseded.kind === 'control' ? superseded.mergedWith : [], context);
      const isSafe = !isContradicted && (!isEntry || superseded.kind === 'control');
      return [replace(successors, { preferred: !isContradicted, safe: isSafe, decides: isMerged })];
    }
    const single = successors.slice(0, mostOffered).map(control => replace([control]));
    return list ? [replace(successors, { preferred: superseded.kind === 'control' }), ...single] : single;
  },
});

function messageFor(id: string, superseded: Superseded2013): Saying {
  const named = superseded.successors.map(control => control.id);
  if (superseded.kind !== 'control') {
    return saying(
      superseded.kind === 'objective'
        ? '{0} is an objective of Annex A of 2013; write the controls of 2022 that are meant: {1}.'
        : '{0} is a domain of Annex A of 2013; write the controls of 2022 that are meant: {1}.',
      id,
      firstOfSaying(named, named.length > 5 ? 4 : 5),
    );
  }
  if (named.length > 1) {
    return saying(
      '{0} is the number of 2013; in ISO/IEC 27001:2022 it is split into {1}. Write the one that is meant, or both.',
      id,
      listSaying(named),
    );
  }
  const whole = messageOfOne(id, superseded, true);
  return inEnglish(whole).length <= longest ? whole : messageOfOne(id, superseded, false);
}

/** How long a message may be. */
const longest = 160;

/** Of a number that one control replaces, with its title if that is wanted. */
function messageOfOne(id: string, { successors: [first], mergedWith }: Control2013, isTitled: boolean): Saying {
  const now = first?.id ?? '';
  const named = first && isTitled ? `${now} (${first.title})` : now;
  if (!mergedWith.length)
    return saying('{0} is the number of 2013; in ISO/IEC 27001:2022 it is {1}. Write {2}.', id, named, now);
  return saying(
    '{0} is the number of 2013; in ISO/IEC 27001:2022 it is {1}, which also replaces {2}. Write {3}.',
    id,
    named,
    mergedWith.length > 3 ? saying('{0} others', mergedWith.length) : listSaying(mergedWith),
    now,
  );
}

function titleFor(successors: readonly AnnexAControl[]): string {
  const [first] = successors;
  if (successors.length === 1 && first) return say('Replace by {0} {1}', first.id, first.title);
  const ids = successors.map(control => control.id);
  return successors.length > mostOffered
    ? say('Replace by its {0} successors', ids.length)
    : say('Replace by {0}', saidValue(listSaying(ids)));
}

/** What stands in the list already, and what the ids before this one will be replaced by. */
function namesBefore(list: ReturnType<typeof listAround>, start: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of list ?? []) {
    const fault = idFault(nameOf(item));
    if (!fault) names.add(nameOf(item));
    else if (fault.fault === 'superseded' && item.start < start) {
      const { successors } = fault.recognised.superseded;
      if (fault.recognised.superseded.kind === 'control') for (const control of successors) names.add(control.id);
    }
  }
  return names;
}

/** The title of 2013 beside the id becomes that of the successor; a title of the author's own stays. */
function newTitle(
  declaration: Declaration,
  superseded: Superseded2013,
  successors: readonly AnnexAControl[],
): DeclarationEdit[] {
  const { title } = declaration;
  const [first] = successors;
  if (!title || !first || successors.length > 1 || declaration.names.length > 1) return [];
  const isOld = superseded.kind === 'control' && hasTitle(superseded, title.value);
  return isOld ? [{ declaration, start: title.start, end: title.end, text: quote(first.title) }] : [];
}

/** Whether the title beside the id says that another control is meant. */
function titleContradicts({ title }: Declaration, superseded: Superseded2013): boolean {
  if (!title || (superseded.kind === 'control' && hasTitle(superseded, title.value))) return false;
  const { controls2013, controls2022 } = controlsByTitle(title.value);
  const successors = new Set(superseded.successors);
  return [...controls2022, ...controls2013.flatMap(control => control.successors)].some(
    control => !successors.has(control),
  );
}

/** Whether no other entry is or will become one of this control. */
const isFree = (control: AnnexAControl, mergedWith: readonly string[], context: FixContext): boolean =>
  ![control.id, ...mergedWith].some(id => context.named(id, 'Control').length > 0);
