import { say } from '../../../../src/wording/wording.ts';
import { refusal } from '../../shared/feature.ts';

/** Refuses what is no nonce, since it stands in the page. */
export function refuseNonce(nonce: string | undefined): void {
  if (nonce !== undefined && !/^[\w+/=-]{16,}$/.test(nonce))
    throw refusal(say('A nonce is 16 letters and digits or more.'));
}
