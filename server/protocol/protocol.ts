/**
 * What the extension and the language server say to each other beside the Language Server Protocol itself.
 * Plain types and method names: imported by both sides, imports nothing.
 */

/** Language id of `.isms` documents. */
export const languageId = 'isms';

/** Scheme of the built-in, read-only documents (Annex A, clauses): the server has their text, the client shows them. */
export const catalogueScheme = 'isms-catalogue';

/**
 * Files besides open documents whose changes the server hears of. Creation and deletion it hears of for every file and
 * folder: of a deleted folder only the folder is named, so that a deletion means everything under its URI as well.
 */
export const watchedFiles = ['**/*.isms', '**/isms.config.json', '**/isms.lock.json', '**/isms.words.*.json'] as const;

/** A URI as text, as in the Language Server Protocol. */
export type UriText = string;

export interface Position {
  /** 0-based. */
  line: number;
  /** 0-based, in UTF-16 code units, or as was agreed in `initialize`. */
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** Severities a rule can be given in the settings; `off` silences it. */
export type SeveritySetting = 'error' | 'warning' | 'info' | 'hint' | 'off';

/** The `isms` section of the settings, as far as the server reads it. Unknown keys are to be ignored. */
export interface Settings {
  /** ISO date as of which everything is judged; empty: the one of `isms.config.json`, else today. */
  asOf?: string;
  /** How much is told; empty: as `isms.config.json` says, else everything. */
  preset?: '' | 'draft' | 'stage1' | 'stage2' | 'strict';
  /** Rule code → severity. */
  rules?: Record<string, SeveritySetting>;
  /** What is shown between the words; each is on unless it is `false`. */
  inlayHints?: { titles?: boolean; levels?: boolean; dates?: boolean };
  /** Whether lines over declarations say how they stand; on unless it is `false`. */
  codeLens?: boolean;
}

/**
 * `initializationOptions` of the initialize request. All may be left out, and other editors leave most of them out.
 */
export interface InitializationOptions {
  settings: Settings;
  /** Whether the user trusts the workspace; a client without such a notion leaves it out. Later changes arrive as {@link Methods.trust}. */
  trusted: boolean;
  /** What the client does beyond the protocol; it is asked for nothing else. */
  supports?: Supports;
  /** URI of the folder with the rules' pages, to which diagnostics link. */
  rulePages?: string;
  /** URI of a folder outside the workspace where the server may keep its findings, to show them at once at the next start. */
  storage?: UriText;
  /** Where the server runs: `node` reads `file:` URIs itself, `browser` asks the client for every file. */
  host: 'node' | 'browser';
}

export interface Supports {
  /** It takes {@link Methods.status}. */
  status?: boolean;
  /** It takes {@link Methods.viewsChanged}. */
  views?: boolean;
  /** It opens documents of the scheme {@link catalogueScheme}, whose text it asks for with {@link Methods.catalogueDocument}. */
  catalogues?: boolean;
  /** It shows pictures that stand in a hover as `data:` addresses. */
  pictures?: boolean;
  /** It has the command {@link suggestCommand}. */
  suggestCommand?: boolean;
  /** It has the command {@link showReferencesCommand}. */
  showReferences?: boolean;
  /** It has the command {@link showReadinessCommand}. */
  showReadiness?: boolean;
  /** It has the command {@link openPlaceCommand}, and lets Markdown of the server link to it. */
  openPlace?: boolean;
  /** It has the command {@link chooseRefactoringCommand}. */
  chooseRefactoring?: boolean;
  /** It tells of all files that come, go or change (see {@link watchedFiles}) without being asked to. */
  fileEvents?: boolean;
}

/** VS Code's command that asks for completion. */
export const suggestCommand = 'editor.action.triggerSuggest';

/** Method names. Direction and types: see {@link Requests}, {@link ClientRequests} and the notifications below. */
export const Methods = {
  // client → server
  ismsList: 'isms/ismsList',
  artefacts: 'isms/artefacts',
  languages: 'isms/languages',
  export: 'isms/export',
  preview: 'isms/preview',
  revisions: 'isms/revisions',
  compare: 'isms/compare',
  pictures: 'isms/pictures',
  history: 'isms/history',
  writing: 'isms/writing',
  check: 'isms/check',
  readiness: 'isms/readiness',
  catalogues: 'isms/catalogues',
  catalogueDocument: 'isms/catalogueDocument',
  templates: 'isms/templates',
  template: 'isms/template',
  view: 'isms/view',
  paste: 'isms/paste',
  import: 'isms/import',
  drop: 'isms/drop',
  trust: 'isms/trust',
  // server → client
  findFiles: 'isms/findFiles',
  readFile: 'isms/readFile',
  readBytes: 'isms/readBytes',
  fileExists: 'isms/fileExists',
  listFolder: 'isms/listFolder',
  status: 'isms/status',
  viewsChanged: 'isms/viewsChanged',
} as const;

/** One ISMS of the workspace: the folder tree under the file with its `isms` block. */
export interface IsmsEntry {
  /** URI of the folder. Identifies the ISMS. */
  root: UriText;
  /** Name of the `isms` block. */
  name: string;
  /** Its title; the name where it has none. */
  title: string;
  /** URI of the file with the `isms` block. */
  uri: UriText;
}

/** A format that an artefact can be written in. */
export interface FormatEntry {
  /** As in `--format`, e.g. `xlsx`. */
  id: string;
  /** For people, e.g. `Excel workbook`. */
  label: string;
  /** File name extension without the dot. */
  extension: string;
  description?: string;
}

/** Something that can be exported from an ISMS. */
export interface ArtefactEntry {
  /** As in the command line, e.g. `soa`. */
  id: string;
  /** For people, e.g. `Statement of Applicability`. */
  label: string;
  /** What it tells, in one line. */
  description: string;
  /** What may be chosen about it, as the ISMS has it: what leaves no choice is left out. */
  parameters: ParameterEntry[];
  formats: FormatEntry[];
}

/** Something that may be chosen about an artefact, such as its edition or one of the audits. */
export interface ParameterEntry {
  id: string;
  /** For people, e.g. `Edition`. */
  label: string;
  description: string;
  /** The usual one first. Without a value: the parameter is left out. */
  choices: { value?: string; label: string; description?: string }[];
  /** Whether only those choose it who look for it. */
  isSeldom?: true;
}

export interface ArtefactsParams {
  /** Folder of the ISMS whose choices are listed; may be left out when the workspace has only one. */
  root?: UriText;
}

export interface ExportParams {
  /** Folder of the ISMS; may be left out when the workspace has only one. */
  root?: UriText;
  artefact: string;
  format: string;
  /** Values by the ids of the artefact's parameters; everything if left out. */
  parameters?: Record<string, string>;
  /** The language that it speaks, such as `de`; that of the settings or the configuration if left out. */
  language?: string;
  /** A Word document that a DOCX is put into, in Base64. */
  template?: string;
}

export interface LanguagesParams {
  /** Folder of the ISMS; may be left out when the workspace has only one. */
  root?: UriText;
}

/** The languages that the documents of an ISMS can be in. */
export interface LanguagesResult {
  /** The one that counts where nobody chooses. */
  current: string;
  /** Those that are built in, then those of files of words. */
  languages: { id: string; label: string }[];
}

export interface ExportResult {
  /** Proposed name, without a folder. */
  fileName: string;
  /** The whole file. */
  base64: string;
  mediaType: string;
  /** Whether it can be looked at as text. */
  isText: boolean;
}

/** Asks how a document looks now; once it may look otherwise, {@link Methods.viewsChanged} is sent. */
export interface PreviewParams {
  /** Folder of the ISMS; may be left out when the workspace has only one. */
  root?: UriText;
  artefact: string;
  /** Values by the ids of the artefact's parameters; everything if left out. */
  parameters?: Record<string, string>;
  /** What the page's style and policy are to bear; any style is allowed if left out. */
  nonce?: string;
}

export interface PreviewResult {
  /** A page without scripts that loads nothing; its links run {@link openPlaceCommand}. */
  html: string;
  /** What the document leaves open, such as `93 controls are undecided`. */
  gaps: string[];
}

/** Asks what an ISMS can be compared with. Refused with the reason where git tells nothing, as in an untrusted workspace or a browser. */
export interface RevisionsParams {
  /** Folder of the ISMS; may be left out when the workspace has only one. */
  root?: UriText;
}

export interface RevisionsResult {
  /** The last commits that changed files of the ISMS, newest first, with the ISO day on which each was made. */
  commits: { id: string; on: string; subject: string }[];
  /** The branches, then the tags, newest first. */
  refs: { name: string; kind: 'branch' | 'tag' }[];
  /** Whether there are older commits than these. */
  isCut: boolean;
  /** Whether older commits may be missing, as in a shallow clone. */
  isShallow: boolean;
}

/** Asks what changed from a revision of git to the text as it is now, unsaved changes counted; {@link Methods.viewsChanged} follows as for a preview. */
export interface CompareParams {
  /** Folder of the ISMS; may be left out when the workspace has only one. */
  root?: UriText;
  /** As git takes it: `HEAD`, `HEAD~1`, a branch, a tag, an id. */
  revision: string;
  /** What the page's style and policy are to bear; any style is allowed if left out. */
  nonce?: string;
}

export interface CompareResult {
  /** A page without scripts that loads nothing; its links run {@link openPlaceCommand}. */
  html: string;
  /** Whether anything is said otherwise. */
  differs: boolean;
}

/** Asks what the pictures show now; once that may be otherwise, {@link Methods.viewsChanged} is sent. */
export interface PicturesParams {
  /** Folder of the ISMS; may be left out when the workspace has only one. */
  root?: UriText;
}

export interface PicturesResult {
  /** What the page of pictures draws, as plain data with a `version`; the page knows its form. Places are relative to the folder of the ISMS. */
  pictures: object;
}

/** What the page of pictures is told of the history: `{ "kind": "history", "history": … }`, or `{ "kind": "no-history", "why": … }`. Read from git when it is asked for; may be cancelled. */
export interface HistoryResult {
  news: { kind: 'history'; history: object } | { kind: 'no-history'; why: string };
}

/** Asks what can be written into the text about something that a picture shows. Nothing is written: whoever asks applies what was picked. */
export interface WritingParams {
  /** Folder of the ISMS; may be left out when the workspace has only one. */
  root?: UriText;
  /** Of a control: whether it applies, why, what shows it; of a risk: that it is accepted, when it was assessed; of both: what a review decided. */
  about: 'decide' | 'justify' | 'prove' | 'accept' | 'assess' | 'record';
  /** The name of the control or risk. */
  id: string;
  /** The justification that somebody typed. */
  text?: string;
  /** The acceptance that somebody stated: ISO dates, a role or person, and why. */
  acceptance?: { on: string; by: string; until?: string; because?: string };
  /** The day of an assessment that somebody stated: an ISO date. */
  assessed?: string;
  /** What a management review decided, as somebody stated it: its name, a sentence, a role or person, and an ISO date. */
  decision?: { review: string; text: string; owner?: string; due?: string };
}

export interface WritingResult {
  /** What can be written, each saying exactly that. To justify, accept, assess and record: one, once it is said what. */
  choices: WritingEntry[];
  /** What stands there now or may be said, for whoever types a text. */
  draft: string;
  /** Who may accept, or carry out a decision: the owner first. */
  names: { name: string; title: string }[];
  /** The management reviews that may have decided something, the last one first. */
  reviews: { name: string; title: string }[];
}

export interface WritingEntry {
  title: string;
  detail: string;
  /** A `WorkspaceEdit` of the Language Server Protocol. */
  edit: object;
}

export interface CheckResult {
  /** How many `.isms` files were checked. */
  files: number;
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
  /** The folders and files that could not be read, so that findings may be missing or false. */
  unread: UnreadPlace[];
  /** ISO dates as of which the ISMSs were judged, in order; mostly one. */
  asOf: string[];
}

/** The command of the client that a readiness page's links run, with {@link PlaceArgument}. */
export const openPlaceCommand = 'isms.openPlace';

/** A place to open. */
export interface PlaceArgument extends Position {
  uri: UriText;
}

/** The command of the client that shows places in its view of references, with {@link ShowReferencesArgument}. */
export const showReferencesCommand = 'isms.showReferences';

export interface ShowReferencesArgument {
  uri: UriText;
  /** Where they are shown. */
  position: Position;
  locations: { uri: UriText; range: Range }[];
}

/** The command of the client that shows the readiness of an ISMS, given as `{ root }`. */
export const showReadinessCommand = 'isms.showReadiness';

export interface ReadinessParams {
  /** Folder of the ISMS; may be left out when the workspace has only one. */
  root?: UriText;
  /** Only one stage; all if left out. */
  stage?: 1 | 2 | 'surveillance';
}

export interface ReadinessResult {
  /** Whether the ISMS is ready for the stages asked for. */
  ready: boolean;
  /** A page without scripts; its links run {@link openPlaceCommand}. */
  html: string;
}

/** A built-in document that can be opened, e.g. Annex A. */
export interface CatalogueEntry {
  uri: UriText;
  label: string;
  description?: string;
}

export interface CatalogueDocumentParams {
  uri: UriText;
}

export interface CatalogueDocumentResult {
  text: string;
}

export interface TemplateEntry {
  id: string;
  label: string;
  description: string;
  /** What is asked to fit it; empty where it is always the same. */
  questions: TemplateQuestion[];
}

export interface TemplateQuestion {
  key: string;
  text: string;
  /** What may be answered; empty where a text or number is. */
  choices: { word: string; meaning: string }[];
  /** Whether several choices may be named, with commas. */
  several: boolean;
  /** What an answer without choices has to look like (`answer-forms.ts`), and what to say of any other. */
  form?: { id: 'name' | 'count'; otherwise: string };
}

export interface TemplateParams {
  id: string;
  /** What was answered, by key; what is left out or empty was skipped. */
  answers?: Record<string, string>;
}

export interface TemplateFile {
  /** Relative to the chosen folder, with `/`. */
  path: string;
  text: string;
}

export interface TemplateResult {
  /** The first one is opened. */
  files: TemplateFile[];
  /** What is to be written first in it, to be selected: UTF-16 offsets. */
  toWrite?: { start: number; end: number };
}

/** Asks for a part of a view, such as the risks by level: what lies under an item, or its first items. */
export interface ViewParams {
  /** Such as `risks`. */
  view: string;
  /** One of the view's filters; its first, if left out or unknown. */
  filter?: string;
  /** The ids of the items that lead to what is asked for; empty or left out for the first items. */
  path?: string[];
}

export interface ViewResult {
  items: ViewItem[];
  /** What may be chosen to see; empty where there is no choice. With the first items only, as all that follows. */
  filters?: { id: string; label: string }[];
  /** What asks for attention, and what is counted. */
  badge?: { count: number; label: string };
  /** A sentence over the items, or in their place. */
  message?: string;
}

export interface ViewItem {
  /** Different from that of its neighbours. */
  id: string;
  label: string;
  description?: string;
  /** Plain text, maybe of several lines. */
  tooltip?: string;
  /** The name of an icon of VS Code's set (codicons). */
  icon?: string;
  tone?: 'bad' | 'warn' | 'good' | 'muted';
  /** Where it leads. */
  place?: { uri: UriText; range: Range };
  /** The name by which it is referred to. */
  name?: string;
  /** Whether something lies under it, and is to be shown at first. */
  expands: 'no' | 'collapsed' | 'expanded';
}

/** Asks what an ISMS is made of by registers; nothing is written. */
export interface ImportParams {
  files: ImportedFile[];
  /** The folder that the result is meant for; where that belongs to an ISMS, none is begun. */
  folder: UriText;
  /** What the user said that columns are. */
  columns?: ColumnChoice[];
  /** What the page's style and policy are to bear; any style is allowed if left out. */
  nonce?: string;
}

export interface ImportedFile {
  /** As the account calls it: the file's own name, with folders only where they tell it from another. */
  name: string;
  /** Its bytes in Base64. */
  content: string;
}

/** A column of a table, and the field that it is; `notes` keeps it as it is, `ignore` leaves it out. */
export interface ColumnChoice {
  file: string;
  sheet: string;
  /** As spreadsheets name it, such as `C`. */
  letters: string;
  field: string;
}

export interface ImportResult {
  /** Empty where no register was recognised. */
  files: TemplateFile[];
  /** How many of each kind they declare, e.g. `3 risks, 1 role`. */
  summary: string;
  /** How many entries of the account need a look: contradictions, and what was not understood or not imported. */
  toLookAt: number;
  /** The account of every cell as a page without scripts that loads nothing. */
  html: string;
  columns: ImportedColumn[];
}

export interface ImportedColumn {
  file: string;
  sheet: string;
  letters: string;
  heading: string;
  /** What it is taken for; null where it is kept in notes. */
  field: string | null;
  /** Whether its heading says so, or the user; if not, it was guessed or not understood. */
  isCertain: boolean;
  /** What it can be. */
  fields: string[];
}

export interface PasteParams {
  /** The document that is pasted into; names that its ISMS has already are not declared again. */
  uri: UriText;
  /** What was copied, as plain text. */
  text: string;
  /** The same as HTML, if there is any. */
  html?: string;
}

export interface PasteResult {
  /** Declarations, below comments that say what became of the table. */
  text: string;
  /** How many of each kind, e.g. `3 risks, 1 role`. */
  summary: string;
}

/** The client's command that lets the user choose where something goes; its argument is a {@link RefactoringChoice}. */
export const chooseRefactoringCommand = 'isms.chooseRefactoring';

/** The server's command that does what was chosen: its argument is a request with `to` filled in, its result what else to know, in sentences. */
export const applyRefactoringCommand = 'isms.applyRefactoring';

/** A refactoring of which something is left to choose. */
export interface RefactoringChoice {
  /** What it does, such as `Move R-1 to file…`. */
  title: string;
  /** To be sent back with `to` filled in. */
  request: object;
  choices: { label: string; to: string }[];
  /** URI of the folder in which a new file may be chosen, too. */
  newFileIn?: UriText;
}

export interface DropParams {
  textDocument: { uri: UriText };
  /** Where it is dropped. */
  position: Position;
  /** The file that is dropped. */
  file: UriText;
}

export interface DropResult {
  /** What it does, e.g. `Insert file: "documents/policy.md"`. */
  title: string;
  edits: { uri: UriText; range: Range; newText: string }[];
}

/** Requests from the client: method → [params, result]. Each is answered by its file in server/features/requests. */
export interface Requests {
  'isms/ismsList': [undefined, IsmsEntry[]];
  'isms/artefacts': [ArtefactsParams | undefined, ArtefactEntry[]];
  'isms/languages': [LanguagesParams | undefined, LanguagesResult];
  'isms/export': [ExportParams, ExportResult];
  'isms/preview': [PreviewParams, PreviewResult];
  'isms/revisions': [RevisionsParams | undefined, RevisionsResult];
  'isms/compare': [CompareParams, CompareResult];
  'isms/pictures': [PicturesParams, PicturesResult];
  'isms/history': [PicturesParams, HistoryResult];
  'isms/writing': [WritingParams, WritingResult];
  'isms/check': [undefined, CheckResult];
  'isms/readiness': [ReadinessParams, ReadinessResult];
  'isms/catalogues': [undefined, CatalogueEntry[]];
  'isms/catalogueDocument': [CatalogueDocumentParams, CatalogueDocumentResult];
  'isms/templates': [undefined, TemplateEntry[]];
  'isms/template': [TemplateParams, TemplateResult];
  'isms/view': [ViewParams, ViewResult];
  'isms/import': [ImportParams, ImportResult];
  /** Null where what was copied is no table that is understood. */
  'isms/paste': [PasteParams, PasteResult | null];
  /** Null where nothing at the position can name the file. */
  'isms/drop': [DropParams, DropResult | null];
}

export interface FindFilesParams {
  folder: UriText;
}

export interface FindFilesResult {
  uris: UriText[];
  unread: UnreadPlace[];
}

/** A folder or file that is there and cannot be read. */
export interface UnreadPlace {
  uri: UriText;
  /** Why, as the end of a sentence. */
  reason: string;
}

export interface FileParams {
  uri: UriText;
}

export interface ReadBytesParams extends FileParams {
  /** How many bytes the file may have. */
  most: number;
}

/** Requests from the server: method → [params, result]. */
export interface ClientRequests {
  /** All `.isms`, `isms.config.json`, `isms.lock.json` and `isms.words.*.json` files under the folder, and the folders that could not be looked into. */
  'isms/findFiles': [FindFilesParams, FindFilesResult];
  /** Text of a file, or why it cannot be read; null where there is none. */
  'isms/readFile': [FileParams, { text: string } | { reason: string } | null];
  /** The bytes of a file that is no text and has at most so many, or why it cannot be read; null where there is none. */
  'isms/readBytes': [ReadBytesParams, { base64: string } | { reason: string } | null];
  /** Whether a file, and not a folder, is there; null where that is not to be told, as outside of an untrusted workspace's folders. */
  'isms/fileExists': [FileParams, boolean | null];
  /** What a folder holds; null where that is not to be told, or it cannot be looked into. */
  'isms/listFolder': [FileParams, { name: string; isFolder: boolean }[] | null];
}

/** Notification client → server: the user granted trust. */
export interface TrustParams {
  trusted: boolean;
}

/** Coverage of the Statement of Applicability of one ISMS. */
export interface IsmsStatus {
  /** URI of the folder, as in {@link IsmsEntry.root}. */
  root: UriText;
  title: string;
  /** Controls with a decision. */
  decided: number;
  /** Controls there are to decide about (93). */
  total: number;
  /** Where the first undecided or unjustified control is to be dealt with; none when nothing is open. */
  firstGap?: { uri: UriText; range: Range };
  errors: number;
  warnings: number;
  /** ISO date as of which it was judged. */
  asOf: string;
}

/** Notification server → client, sent after each change of what it says to those who support it. */
export interface StatusParams {
  /**
   * Where the published diagnostics come from. `stored`: an earlier session found them for the same files and kept them; reading and
   * checking go on. `checked`: all files have been read and checked. Without stored ones the first status says `checked`.
   */
  findings: 'stored' | 'checked';
  /** Empty while the findings are stored ones. */
  ismss: IsmsStatus[];
  /** How many folders and files could not be read. */
  unread: number;
}

/**
 * Notification server → client, without parameters: a view, preview or picture that was asked for may have changed. Sent when nothing has
 * happened for a while, and not again before one is asked for.
 */
export type ViewsChangedParams = Record<string, never>;
