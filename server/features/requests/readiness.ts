/** How ready an ISMS is for certification, as a page. */
import { exportReadiness, joined } from '../../../src/export/index.ts';
import { stageNamed, stageNames } from '../../../src/readiness/line.ts';
import { say } from '../../../src/wording/wording.ts';
import { refusal } from '../shared/feature.ts';
import { chooseIsms } from './shared/choose-isms.ts';
import { placeLink } from './shared/place-link.ts';
import { request } from './shared/request.ts';
import { refusedExport } from './shared/write-document.ts';

export default request('isms/readiness', async ({ ready, language }, { root, stage }) => {
  if (stage !== undefined && !stageNamed(String(stage)))
    throw refusal(say('There is no stage {0}. Stages: {1}.', stage, stageNames.join(', ')));
  const session = await ready();
  const unit = language.speak(() => chooseIsms(session, root));
  const options = { linkTo: placeLink, medium: 'editor' } as const;
  const asked = { stage: stageNamed(String(stage)), format: 'html', options };
  const { file, isReady } = await exportReadiness(session.workspace, unit, asked).catch((error: unknown) =>
    refusedExport(error, language),
  );
  return { ready: isReady, html: new TextDecoder().decode(await joined(file.pieces)) };
});
