import * as vscode from 'vscode';
import type { TemplateFile } from '../../server/protocol/protocol.ts';

const scheme = 'isms-import';

/** The files that an import would write, to be read before. Read-only, and not seen by the server: they are of no ISMS yet. */
export class ImportedTexts implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #provider: vscode.Disposable;
  #texts = new Map<string, string>();

  constructor() {
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: uri => this.#texts.get(uri.toString()) ?? '',
    });
  }

  set(files: readonly TemplateFile[]): void {
    this.#texts = new Map(files.map(({ path, text }) => [uriOf(path).toString(), text]));
    for (const { path } of files) this.#changed.fire(uriOf(path));
  }

  async show(path: string): Promise<undefined> {
    await vscode.commands.executeCommand('vscode.open', uriOf(path), { preview: true, preserveFocus: true });
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}

const uriOf = (path: string): vscode.Uri => vscode.Uri.from({ scheme, path: `/${path}` });
