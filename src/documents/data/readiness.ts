/** The readiness for programs. Its shape is published in docs/schemas/readiness.schema.json; a change of it is a new version. */
import { isReady, type Place, type Readiness } from '../../readiness/readiness.ts';
import { inEnglish } from '../../wording/wording.ts';
import { relativePath } from '../../workspace/uri.ts';

/** The `$id` of the schema. */
export const readinessSchemaId = 'urn:isms-as-code:schema:readiness:1';

/** Every key is there; what is not known is null. Files are named by their paths below `root`, the folder of the ISMS. */
export function readinessData(readiness: Readiness, root: string): object {
  const place = (at: Place | undefined): object | null =>
    at ? { file: relativePath(at.uri, root), range: { start: { ...at.range.start }, end: { ...at.range.end } } } : null;
  return {
    $schema: readinessSchemaId,
    isms: { name: readiness.isms.name, title: readiness.isms.title ?? null },
    asOf: readiness.asOf,
    ready: isReady(readiness),
    hidingPreset: readiness.hidingPreset ?? null,
    stages: readiness.stages.map(({ stage, isReady, lines, worst }) => ({
      stage,
      ready: isReady,
      worst: worst.map(({ id }) => id),
      lines: lines.map(line => ({
        id: line.id,
        title: line.title,
        clause: line.clause,
        state: line.state,
        count: line.count ? { ...line.count } : null,
        facts: line.facts.map(inEnglish),
        place: place(line.place),
        open: line.open.map(item => ({
          code: item.code ?? null,
          severity: item.severity,
          late: item.isLate,
          message: inEnglish(item.message),
          place: place(item.place),
        })),
      })),
    })),
    information: readiness.information.map(entry => ({
      key: entry.key,
      name: entry.name,
      clause: entry.clause,
      state: entry.state,
      place: place(entry.place),
    })),
  };
}
