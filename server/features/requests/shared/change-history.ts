import type { StatementHistory } from '../../../../src/documents/data/_statement-history.ts';
import { type Past, statementHistory } from '../../../../src/export/statement-history.ts';
import { say } from '../../../../src/wording/wording.ts';
import type { IsmsUnit } from '../../../../src/workspace/workspace.ts';
import { isRepositoryFault } from '../../../session/host.ts';
import type { Language } from '../../../session/language.ts';
import type { Session } from '../../../session/session.ts';
import { refusal } from '../../shared/feature.ts';
import { told } from './told.ts';

/** What the Statement of Applicability says of its changes, where that was chosen. Refuses where nothing is known of earlier. */
export async function changeHistory(
  session: Session,
  unit: IsmsUnit,
  language: Language,
  { history, edition }: Readonly<Record<string, string>> = {},
): Promise<StatementHistory | undefined> {
  if (history !== 'git') return undefined;
  if (edition === 'customer') {
    throw language.speak(() => refusal(say('The edition for customers has no change history. Leave one of them out.')));
  }
  return told(language, async () => {
    const { repository } = session;
    const past: Past = {
      commits: asked => repository.commits(unit.root, asked),
      snapshot: revision => repository.snapshot(unit.root, revision),
      isFault: isRepositoryFault,
    };
    return statementHistory(unit, session.workspace.given().today, past);
  });
}
