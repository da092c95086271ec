/** Renames a word of a scale, a tag or a value of a field, wherever it stands. */
import { nearest } from '../language/nearest.ts';
import { isName } from '../syntax/lexer.ts';
import { nameOf } from '../syntax/text/odd-characters.ts';
import { say } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { damageAround, damageIn } from './damage.ts';
import { isRefusal, nothing, type Outcome, type Refusal } from './refactoring.ts';
import { editsOfAll, type Part } from './users.ts';
import {
  allWords,
  calledVocabulary,
  keyOfVocabulary,
  type Vocabulary,
  type Word,
  wordsBefore,
  wordsOf,
} from './words.ts';

/**
 * Gives a word another form in one vocabulary: where it is declared, and everywhere it is used.
 * @param vocabulary which words are meant: a scale, a key or a field by name, or the vocabulary itself; may be left out where the word
 * stands in one only
 * @param users the ISMSs that use this one: the word is renamed there too where they go by what declares it, such as the method
 */
export function renameWord(
  unit: IsmsUnit,
  from: string,
  to: string,
  vocabulary?: string | Vocabulary,
  users: readonly IsmsUnit[] = [],
): Outcome {
  const words = allWords(unit);
  const chosen = chooseVocabulary(words, from, vocabulary);
  if (isRefusal(chosen)) return chosen;
  const called = calledVocabulary(chosen);
  if (from === to) return { refusal: say('{0} is called so already. Give it another name.', from) };
  if (!isName(to) || nameOf(to) !== to) {
    return {
      refusal: say(
        '“{0}” is no word: use letters, digits and _, with . or - between them, beginning with a letter.',
        to,
      ),
    };
  }
  if (chosen.sort === 'scale' && wordsBefore(chosen.name).has(to)) {
    return { refusal: say('{0} means something else before a word of {1}. Choose another one.', to, called) };
  }
  const isMeant = (word: Word): boolean => keyOfVocabulary(word.vocabulary) === keyOfVocabulary(chosen);
  const own = words.filter(isMeant);
  const declaring = own.flatMap(({ word, isDeclared, block }) => (word === from && isDeclared ? [block] : []));
  if (chosen.sort === 'scale' && !declaring.length) {
    const keeper = unit.isms.neighbours.list.find(({ isms }) =>
      isms
        .allBlocks()
        .flatMap(wordsOf)
        .some(word => isMeant(word) && word.isDeclared && word.word === from),
    );
    return {
      refusal: keeper
        ? say(
            '{0} is declared by {1} of the ISMS in {2}. Rename it there; what uses it here follows.',
            from,
            called,
            keeper.path,
          )
        : say('{0} is declared by no step of {1}. Declare the scale in the method, or correct the word.', from, called),
    };
  }
  const goesBy = ({ isms }: IsmsUnit): boolean =>
    declaring.some(block => block.kind && isms.inForce(block.kind).includes(block));
  const parts: Part[] = [];
  for (const at of [unit, ...users.filter(goesBy)]) {
    const there = at === unit ? own : allWords(at).filter(isMeant);
    const taken = there.find(({ word }) => word === to);
    if (taken) {
      return {
        refusal: say(
          '{0} is a word of {1} already, so the two could not be told apart. Choose another one.',
          to,
          called,
        ),
        at: { uri: taken.block.file.uri, range: taken.block.range(taken.span) },
      };
    }
    const places = there.filter(({ word }) => word === from);
    const damage =
      damageAround(at, new Set([from, to])) ??
      damageIn(
        at,
        places.map(({ block }) => block.file.uri),
      );
    if (damage) return damage;
    parts.push({
      unit: at,
      replacements: places.map(({ block, span }) => ({ block, start: span.start, end: span.end, text: to })),
    });
  }
  const edits = editsOfAll(parts);
  return isRefusal(edits) ? edits : { ...nothing, title: say('Rename {0} of {1} to {2}', from, called, to), edits };
}

/** Which words are meant; a refusal if the word stands in none, or in several and nobody says in which. */
function chooseVocabulary(
  words: readonly Word[],
  from: string,
  wanted: string | Vocabulary | undefined,
): Vocabulary | Refusal {
  if (typeof wanted === 'object') return wanted;
  const found = new Map<string, Vocabulary>();
  for (const { word, vocabulary } of words) {
    if (word === from && (wanted === undefined || vocabulary.name === wanted))
      found.set(keyOfVocabulary(vocabulary), vocabulary);
  }
  const [only, ...others] = [...found.values()];
  if (only && !others.length) return only;
  if (only) {
    const where = [only, ...others].map(calledVocabulary).join(', ');
    return { refusal: say('{0} is a word of several: {1}. Say which one is meant.', from, where) };
  }
  const names = new Set(words.map(({ vocabulary }) => vocabulary.name));
  if (wanted !== undefined && !names.has(wanted)) {
    return { refusal: say('There are no words of {0}. There are some of {1}.', wanted, [...names].sort().join(', ')) };
  }
  const near = words.filter(({ vocabulary }) => wanted === undefined || vocabulary.name === wanted);
  const [meant] = nearest(from, new Set(near.map(({ word }) => word)));
  const hint =
    meant === undefined
      ? say('Give a step of a scale, a tag, or a value of a field.')
      : say('Did you mean {0}?', meant);
  return {
    refusal:
      wanted === undefined
        ? say('There is no word {0}. {1}', from, hint)
        : say('There is no word {0} in {1}. {2}', from, wanted, hint),
  };
}
