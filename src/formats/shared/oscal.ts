/** OSCAL as JSON, in the models of NIST's version 1.2.1: a format for each model, as a document of OSCAL is of one model. */
import type { Document, ModelId } from '../../documents/blocks.ts';
import type { Format, WriteOptions } from './format.ts';
import { jsonText } from './json-text.ts';
import type { Piece } from './pieces.ts';

/** The format of a model, such as `oscal-profile`. The file's ending says which model it is, beside others of the same document. */
export const oscalFormat = (model: ModelId, label: string): Format => ({
  id: `oscal-${model}`,
  label: `OSCAL ${label}`,
  extension: `oscal-${model}.json`,
  mediaType: 'application/json',
  isText: true,
  can: { write: 'a model of OSCAL', links: false, drawings: false },
  model,
  write: (document, options) => write(document, options, model),
});

/** Made at once, not piece by piece: it is of the ISMS as it is when it is asked for. */
function write({ id, models }: Document, { fileOf }: WriteOptions, model: ModelId): Iterable<Piece> {
  const made = models?.[model];
  if (!made) throw new RangeError(`There is no ${model} of ${id}.`);
  return [jsonText(made(fileOf ?? ((artefact, format) => `${artefact}.${format}.json`)))];
}
