/**
 * What a rule is. One file per rule: its code is its path, and everything said about it (settings, pages, `isms explain`)
 * comes from here. A rule sees the model through a view and holds no state; what it reads is noted, nothing is declared.
 */
import type { AnyNode, Declaration, Declarations, Kind, Span } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { Saying } from '../wording/wording.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** From the gravest to the lightest. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Where else to look, and what is to be seen there. The place is the name of the declaration, or of the node inside it. */
export interface Related {
  readonly declaration: Declaration;
  /** Which of its names; the first if left out. */
  readonly name?: string;
  readonly message: Saying;
}

export interface Report {
  /** In the checked declaration. */
  readonly at: Span;
  /** What is wrong with which thing and what to do, in at most 160 characters of English. */
  readonly message: Saying;
  readonly related?: readonly Related[];
  /** What the fixes need to know; plain data. */
  readonly data?: unknown;
}

/** The view of a rule while it checks. */
export interface RuleContext extends IsmsView {
  report(report: Report): void;
}

/** A change of text. `start` and `end` are relative to the declaration. */
export interface DeclarationEdit {
  readonly declaration: Declaration;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** New declarations, put right after the one named, or at the end or the top of its file. */
export interface Insertion {
  readonly after: Declaration;
  readonly place: 'declaration' | 'file' | 'top';
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly (DeclarationEdit | Insertion)[];
  /** Whether it may be applied without being looked at, as on saving and by `isms check --fix`. */
  readonly safe?: boolean;
  /** Whether it is the one to offer first. */
  readonly preferred?: boolean;
  /**
   * Whether it says something that only the author can: a decision, an acceptance, a level, who is responsible, what happened when, or
   * which of several is kept. Its title says exactly what it writes, and it is only ever applied by itself; never safe, never preferred.
   */
  readonly decides?: boolean;
}

/** The finding that is to be fixed. */
export interface FixTarget<D = Declaration> {
  readonly declaration: D;
  readonly at: Span;
  readonly data: unknown;
}

export interface FixContext extends IsmsView {
  /** The text of a declaration, from its first character to its last. */
  textOf(declaration: Declaration): string;
  /** The file that a declaration stands in, with its name as people read it; undefined if it is no longer there. */
  fileOf(declaration: Declaration): { readonly uri: string; readonly name: string } | undefined;
}

/**
 * From when on a rule matters:
 * - `contradiction`: at once. Two statements contradict each other, one contradicts itself or the calendar, or something cannot be read;
 * - `stage1`: something that the review of documents asks for is missing or late;
 * - `stage2`: something that shows that the ISMS works is missing or late: evidence, records, actions.
 */
export type Moment = 'contradiction' | 'stage1' | 'stage2';

export interface RuleDocumentation {
  /** `area/what`, which is also the path of its file. */
  readonly code: string;
  /** Codes that it had before, or of rules that it took over: they count for it in settings and comments. */
  readonly aliases?: readonly string[];
  readonly severity: Severity;
  /** From when on it matters, if not as the rules of its area do (presets.ts). */
  readonly moment?: Moment;
  /**
   * Where the requirement stands: `6.1.3 d` or `A.5.9` in ISO/IEC 27001, else with the standard, as in `ISO/IEC 17021-1, 9.5.3`.
   * Left out where no standard asks for it and the rule is a convention of this tool.
   */
  readonly clause?: string;
  /** One sentence that says what it finds. */
  readonly summary: string;
  /** Why an auditor cares. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
  /**
   * What the author is asked for, by the keys of the language: properties and blocks of the declaration, or of the block in it that the
   * finding stands at; a kind where a declaration is missing. An editor offers to write each that is not there, with every value that it
   * may have, or with a place to fill in.
   */
  readonly asks?: readonly string[];
  /** Whole declarations; a line `//- name` begins another file. The bad one shows this rule; the good one does not. */
  readonly example: { readonly bad: string; readonly good: string; readonly asOf?: string };
}

type Checkable<On> = On extends Kind ? Declarations[On] : Declaration;

export interface RuleDefinition<On extends Kind | 'any'> extends RuleDocumentation {
  /** The kinds that it checks, once per declaration; 'any' for all. */
  readonly on: readonly On[];
  /**
   * Whether it also checks declarations whose syntax is damaged. A rule that finds something missing leaves it out, since
   * what is missing may just not have been read.
   */
  readonly damagedToo?: boolean;
  check(declaration: Checkable<On>, context: RuleContext): void;
  fix?(target: FixTarget<Checkable<On>>, context: FixContext): readonly Fix[];
}

/** A rule as the checker sees it. */
export interface Rule extends RuleDocumentation {
  readonly on: readonly (Kind | 'any')[];
  readonly damagedToo: boolean;
  check(declaration: Declaration, context: RuleContext): void;
  fix?(target: FixTarget, context: FixContext): readonly Fix[];
}

/** Makes a rule of its definition. */
export function rule<On extends Kind | 'any'>(definition: RuleDefinition<On>): Rule {
  return { damagedToo: false, ...definition } as unknown as Rule;
}

/** What a rule rests on, in words: the standard and clause, or that no standard asks for it. */
export function citation({ clause }: Pick<RuleDocumentation, 'clause'>): string {
  if (clause === undefined) return 'a convention of this tool';
  return clause.startsWith('ISO/IEC ') ? clause : `ISO/IEC 27001, ${clause}`;
}

/** A problem that reading the text already finds; the checker reports it under this rule. */
export const problemRule = (documentation: RuleDocumentation & Pick<Partial<Rule>, 'fix'>): Rule => ({
  ...documentation,
  on: [],
  damagedToo: true,
  check: () => {},
});

export type { AnyNode };
