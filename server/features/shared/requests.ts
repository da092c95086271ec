/** The requests that the extension makes beside the Language Server Protocol; see protocol.ts. */
import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { exportReadiness, isUnknownChoice, joined } from '../../../src/export/index.ts';
import { documentsWithTexts } from '../../../src/frameworks/texts.ts';
import { droppedFile } from '../../../src/ide/dropped-file.ts';
import { type Kind, pluralOf, topType } from '../../../src/language/schema.ts';
import { label } from '../../../src/model/declaration.ts';
import { writingOf } from '../../../src/pictures/writing.ts';
import { stageNamed, stageNames } from '../../../src/readiness/line.ts';
import { isUnclearAnswer } from '../../../src/templates/questions.ts';
import { say } from '../../../src/wording/wording.ts';
import { normalUri } from '../../../src/workspace/uri.ts';
import type { IsmsUnit } from '../../../src/workspace/workspace.ts';
import type { Requests } from '../../protocol/protocol.ts';
import type { ToWorkspaceEdit } from '../../protocol/workspace-edit.ts';
import type { Guard } from '../../session/guard.ts';
import { guarded } from '../../session/guarded.ts';
import type { Language } from '../../session/language.ts';
import type { Session } from '../../session/session.ts';
import type { Views } from '../../session/views.ts';
import type { Comparisons } from './comparison.ts';
import { artefactEntries, documentLanguages, exported, previewed, refusedExport } from './exports.ts';
import { HistoryReader } from './history.ts';
import { placeLink } from './place-link.ts';

type Handlers = {
  [M in keyof Requests]: (params: Requests[M][0], token: CancellationToken) => Requests[M][1] | Promise<Requests[M][1]>;
};

const refuse = (message: string): never => {
  throw new ResponseError(LSPErrorCodes.RequestFailed, message);
};

export interface RequestOptions {
  readonly connection: Connection;
  readonly guard: Guard;
  /** Resolves once the workspace is read. */
  readonly ready: () => Promise<Session>;
  readonly views: Views;
  readonly language: Language;
  readonly comparisons: Comparisons;
  readonly toWorkspaceEdit: ToWorkspaceEdit;
}

/** Registers the extension's requests. */
export function registerRequests({
  connection,
  guard,
  ready,
  views,
  language,
  comparisons,
  toWorkspaceEdit,
}: RequestOptions): void {
  const { speak } = language;
  const histories = new HistoryReader();
  const handlers: Handlers = {
    'isms/ismsList': async () =>
      (await ready()).workspace.ismss().map(unit => {
        const [block] = unit.isms.blocks('Isms');
        const declaration = block?.declaration;
        const name = declaration ? label(declaration) : '';
        return { root: unit.root, name, title: declaration?.title?.value ?? name, uri: block?.file.uri ?? unit.root };
      }),
    'isms/artefacts': async params => {
      const session = await ready();
      const root = params?.root;
      const only = session.workspace.ismss().length === 1;
      const unit = root !== undefined || only ? speak(() => chooseIsms(session, root)) : undefined;
      return artefactEntries(unit, speak, session.hasRepository);
    },
    'isms/languages': async params => {
      const session = await ready();
      const unit = speak(() => chooseIsms(session, params?.root));
      return documentLanguages(session.workspace, unit, language.wording.language);
    },
    'isms/export': async (params, token) => {
      const session = await ready();
      const unit = speak(() => chooseIsms(session, params.root));
      const history = await comparisons.history(session, unit, params.parameters);
      return exported(session.workspace, unit, params, token, history);
    },
    'isms/preview': async (params, token) => {
      const session = await ready();
      views.asked();
      const unit = speak(() => chooseIsms(session, params.root));
      const history = await comparisons.history(session, unit, params.parameters);
      return previewed(session.workspace, unit, params, token, history);
    },
    'isms/revisions': async params => {
      const session = await ready();
      return comparisons.revisions(
        session,
        speak(() => chooseIsms(session, params?.root)),
      );
    },
    'isms/compare': async params => {
      const session = await ready();
      views.asked();
      return comparisons.page(
        session,
        speak(() => chooseIsms(session, params.root)),
        params,
      );
    },
    'isms/pictures': async ({ root }) => {
      const session = await ready();
      views.asked();
      const { picturesOf } = await import('../../../src/pictures/pictures.ts');
      return {
        pictures: picturesOf(
          speak(() => chooseIsms(session, root)),
          session.workspace,
        ),
      };
    },
    'isms/history': async ({ root }, token) => {
      const session = await ready();
      const unit = speak(() => chooseIsms(session, root));
      return { news: await histories.read(session, unit, token) };
    },
    'isms/writing': async ({ root, ...params }) => {
      const session = await ready();
      const { choices, draft, names, reviews } = speak(() =>
        writingOf(session.workspace, chooseIsms(session, root), params),
      );
      return {
        choices: choices.map(({ title, detail, edits }) => ({ title, detail, edit: toWorkspaceEdit(edits) })),
        draft,
        names: names.map(each => ({ ...each })),
        reviews: reviews.map(each => ({ ...each })),
      };
    },
    'isms/check': async () => {
      const session = await ready();
      await session.retry();
      const count = { errors: 0, warnings: 0, infos: 0, hints: 0 };
      const counters = { error: 'errors', warning: 'warnings', info: 'infos', hint: 'hints' } as const;
      for (const uri of session.published.uris()) {
        for (const { severity } of session.published.of(uri)) count[counters[severity]]++;
      }
      const units = session.workspace.allUnits();
      const files = units.reduce((sum, unit) => sum + unit.isms.files.size, 0);
      const unread = session.workspace.unreadPlaces().map(({ uri, reason }) => ({ uri, reason }));
      const dates = [...new Set(units.map(({ inputs }) => inputs.asOf))].sort();
      return { files, ...count, unread, asOf: dates };
    },
    'isms/readiness': async ({ root, stage }) => {
      if (stage !== undefined && !stageNamed(String(stage)))
        return refuse(say('There is no stage {0}. Stages: {1}.', stage, stageNames.join(', ')));
      const session = await ready();
      const unit = speak(() => chooseIsms(session, root));
      const options = { linkTo: placeLink, medium: 'editor' } as const;
      const asked = { stage: stageNamed(String(stage)), format: 'html', options };
      const { file, isReady } = await exportReadiness(session.workspace, unit, asked).catch(refusedExport);
      return { ready: isReady, html: new TextDecoder().decode(await joined(file.pieces)) };
    },
    'isms/catalogues': () => documentsWithTexts.map(({ uri, title }) => ({ uri, label: title })),
    'isms/catalogueDocument': ({ uri }) => {
      const document = documentsWithTexts.find(candidate => candidate.uri === uri);
      return document ? { text: document.text } : refuse(say('There is no built-in document {0}.', uri));
    },
    'isms/templates': async () => {
      const { templateEntries } = await import('./templates.ts');
      return speak(() => templateEntries(say));
    },
    'isms/paste': async ({ uri, text, html }) => {
      const session = await ready();
      const unit = session.workspace.unitOf(uri);
      const { pasted } = await import('../../../src/exchange/paste.ts');
      const given = { text, ...(html !== undefined && { html }) };
      const found = await pasted(given, (keyword, name) => isDeclared(unit, keyword, name));
      return found ? { text: found.text, summary: speak(() => kindsSaid(found.counts)) } : null;
    },
    'isms/drop': async ({ textDocument, position, file }) => {
      const { workspace } = await ready();
      const dropped = speak(() => droppedFile(workspace, textDocument.uri, position, normalUri(file)));
      return dropped ? { title: dropped.title, edits: [...dropped.edits] } : null;
    },
    'isms/template': async params => {
      const { templateFiles } = await import('./templates.ts');
      try {
        return templateFiles(params);
      } catch (error) {
        if (isUnclearAnswer(error) || isUnknownChoice(error)) return refuse(error.message);
        throw error;
      }
    },
    'isms/view': async params => {
      const { workspace } = await ready();
      return speak(() => views.answer(workspace, params));
    },
  };
  const register = <M extends keyof Requests>(method: M): void => {
    const handle: Handlers[M] = handlers[method];
    connection.onRequest(method, (params: Requests[M][0], token: CancellationToken): unknown =>
      guarded(guard, method, () => speak(() => handle(params, token))),
    );
  };
  for (const method in handlers) register(method as keyof Requests);
}

/** `2 risks, 1 role`: how many of each kind, by keyword. */
const kindsSaid = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .map(([keyword, count]) => {
      const type = topType(keyword)?.name ?? keyword;
      return say('{0} {1}', count, say(count === 1 ? keyword : pluralOf(type)));
    })
    .join(', ');

/** Whether an ISMS declares something of a kind, of any name or of this. */
function isDeclared(unit: IsmsUnit | undefined, keyword: string, name: string | undefined): boolean {
  const kind = topType(keyword)?.name;
  if (!unit || kind === undefined) return false;
  return name === undefined ? unit.isms.count(kind as Kind) > 0 : unit.view().named(name, kind).length > 0;
}

function chooseIsms(session: Session, root: string | undefined): IsmsUnit {
  const units = session.workspace.ismss();
  const unit = root === undefined ? (units.length === 1 ? units[0] : undefined) : units.find(u => u.root === root);
  if (unit) return unit;
  if (!units.length) return refuse(say('There is no ISMS here: no file has an `isms` block.'));
  return refuse(
    root === undefined ? say('There are several ISMSs here; choose one.') : say('There is no ISMS under {0}.', root),
  );
}
