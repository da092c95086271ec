import { namesMeant } from '../../analysis/names.ts';
import { isNeighbourMissing } from '../../analysis/neighbours.ts';
import { type Kind, type NodeType, nodeTypes, wordsBeside } from '../../language/schema.ts';
import type { Declaration, Ref } from '../../model/declaration.ts';
import { mayBeShared, targetsOf } from '../../model/reference-types.ts';
import type { IsmsView } from '../../model/view.ts';
import { quote } from '../../syntax/text/quoted-text.ts';
import { type Saying, say, saying } from '../../wording/wording.ts';
import { isFaultyId } from '../control/_annex-id.ts';
import { type Fix, type FixContext, type FixTarget, rule } from '../rule.ts';
import { acceptedBy, aKind } from './_described.ts';

export default rule({
  code: 'name/unresolved',
  severity: 'error',
  summary: 'A name is used that nothing has.',
  why: 'Every statement of an ISMS rests on others: a risk on its owner, a control on its evidence. A reference to nothing is a statement without ground, mostly after a typing error or a deletion.',
  remedy:
    'Correct the name, or declare what it stands for. The nearest names of the right kind are offered as quick fixes.',
  example: {
    bad: 'asset CustomerDb "Customer database" {\n  owner: Cisso\n}\nrole Ciso "Chief information security officer"',
    good: 'asset CustomerDb "Customer database" {\n  owner: Ciso\n}\nrole Ciso "Chief information security officer"',
  },
  on: ['any'],
  damagedToo: true,
  check(declaration, context) {
    for (const ref of declaration.$references) {
      if (context.resolve(ref) || context.builtin(ref) || isFaultyId(ref)) continue;
      // It may be shared by an ISMS that is not found, which is told where that is used.
      if (mayBeShared(ref.type) && isNeighbourMissing(context)) continue;
      const { name, type } = ref;
      const wanted = acceptedBy(type);
      const other = otherKind(context, ref);
      const [best] = suggestions(context, ref);
      const message = other
        ? ofOtherKind(name, other, [...targetsOf(type)][0] ?? type, best)
        : best
          ? saying('No {0} is called {1}; did you mean {2}?', wanted, name, best)
          : saying('No {0} is called {1}; correct the name or declare it.', wanted, name);
      context.report({ at: ref, message, data: { name, type } });
    }
  },
  fix(target, context) {
    const ref = target.data as Named;
    const { declaration, at } = target;
    const renamings = suggestions(context, ref).map((name, index) => ({
      title: say('Replace by {0}', name),
      edits: [{ declaration, start: at.start, end: at.end, text: name }],
      preferred: index === 0,
    }));
    return [...renamings, ...declare(target, ref, context)];
  },
});

/** What is said of a name that something else has. */
const ofOtherKind = (name: string, has: string, wanted: string, best: string | undefined): Saying =>
  best
    ? saying(
        '{0} is {1}, but {2} is needed here; correct the name, for instance to {3}.',
        name,
        aKind(has),
        aKind(wanted),
        best,
      )
    : saying('{0} is {1}, but {2} is needed here; correct the name.', name, aKind(has), aKind(wanted));

const suggestions = (context: IsmsView, { name, type }: Named): readonly string[] =>
  isUnfinished(name) ? [] : namesMeant(context, name, type, wordsBeside(type));

/** What is said of a reference that leads nowhere. */
type Named = Pick<Ref, 'name' | 'type'>;

/** Half a name, as while somebody types. */
const isUnfinished = (name: string): boolean => /[.-]$/.test(name);

/** What a name is that a reference of this type may not refer to. */
function otherKind(context: IsmsView, { name, type }: Named): string | undefined {
  const wanted = targetsOf(type);
  const others = context.declaredAs(name).filter(other => !wanted.has(other));
  return others.length ? Object.keys(nodeTypes).find(other => others.includes(other)) : undefined;
}

/** Whether a declaration can have the name: clause numbers are none, and half a name is still being typed. */
export const isDeclarable = (name: string): boolean => /^[\p{L}_]/u.test(name) && !isUnfinished(name);

function declare({ declaration }: FixTarget, { name, type }: Named, context: FixContext): Fix[] {
  if (!isDeclarable(name)) return [];
  return [...targetsOf(type)].flatMap(target => {
    const nodeType = nodeTypes[target];
    if (!nodeType?.top || nodeType.named === 'never') return [];
    const text = emptyDeclaration(nodeType, name);
    const title = say('Declare the {0} {1}', nodeType.keyword, name);
    const there = lastWhereMostAre(context, target as Kind);
    const file = there && context.fileOf(there);
    const here: Fix = { title, edits: [{ after: declaration, place: 'file', text }] };
    if (!there) return [here];
    const beside: Fix = { title, edits: [{ after: there, place: 'declaration', text }] };
    if (file?.uri === context.fileOf(declaration)?.uri) return [beside];
    return [
      { ...beside, title: say('Declare the {0} {1} in {2}', nodeType.keyword, name, file?.name ?? '') },
      { ...here, title: say('Declare the {0} {1} here', nodeType.keyword, name) },
    ];
  });
}

/** The last declaration of a kind in the file that holds most of them; of several such files the first. */
function lastWhereMostAre(context: FixContext, kind: Kind): Declaration | undefined {
  const byFile = new Map<string, Declaration[]>();
  for (const each of context.all(kind)) {
    const file = context.fileOf(each)?.uri ?? '';
    const known = byFile.get(file);
    if (known) known.push(each);
    else byFile.set(file, [each]);
  }
  let most: readonly Declaration[] = [];
  for (const each of byFile.values()) if (each.length > most.length) most = each;
  return most.at(-1);
}

/** `role HeadOfIt "Head of it"`, with an empty body unless the kind can do without. */
export function emptyDeclaration({ keyword, bodyOptional }: NodeType, name: string): string {
  return `${keyword} ${name} ${quote(titleOf(name))}${bodyOptional ? '' : ' {\n}'}`;
}

/** What a name says, as a title: `Head of it` of `HeadOfIt`; empty for a number. */
export function titleOf(name: string): string {
  if (/\d/.test(name)) return '';
  const words = name.replace(/([\p{Ll}])([\p{Lu}])/gu, '$1 $2').split(/[\s._-]+/);
  const lower = words.map(word => (/^\p{Lu}+$/u.test(word) && word.length > 1 ? word : word.toLowerCase())).join(' ');
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
