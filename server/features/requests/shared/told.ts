import { isRepositoryFault } from '../../../session/host.ts';
import { refusal } from '../../shared/feature.ts';

/** Asks a repository; what it does not tell is refused with its reason. */
export async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isRepositoryFault(error) ? refusal(error.message) : error;
  }
}
