import { refusing, SaidError } from '../../wording/said-error.ts';

/** A picture that every format can show. Its bytes hold what draws it and nothing else: no metadata, nothing behind its end. */
export interface Picture {
  readonly type: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why a file is no such picture, as the end of a sentence. */
export class PictureFault extends SaidError {}

/** How many pixels a picture may have, so that nothing small unpacks to something huge. */
const mostPixels = 2_000_000;

export function refuseHuge(width: number, height: number): void {
  if (width === 0 || height === 0) throw new PictureFault(refusing('it is empty'));
  if (width * height > mostPixels)
    throw new PictureFault(
      refusing(
        'it has {0} × {1} pixels, more than {2} in all; about 1,000 pixels of width are plenty',
        width,
        height,
        mostPixels,
      ),
    );
}

export const cutOff = (): PictureFault => new PictureFault(refusing('it is cut off; copy it anew'));
export const damaged = (): PictureFault => new PictureFault(refusing('it is damaged; copy or save it anew'));
