import { isRepositoryFault } from '../../../session/host.ts';
import type { Language } from '../../../session/language.ts';
import { refusalOf } from '../../shared/feature.ts';

/** Asks a repository; what it does not tell is refused with its reason, in a language. */
export async function told<T>({ speak }: Language, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isRepositoryFault(error) ? speak(() => refusalOf(error)) : error;
  }
}
