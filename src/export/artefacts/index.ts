import type { Artefact } from './artefact.ts';
import { soa } from './soa.ts';

/** Everything that can be exported, the order in which it is offered. */
export const artefactList: readonly Artefact[] = [soa];
