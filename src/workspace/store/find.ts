/** Takes findings from a store and keeps them there; see docs/architecture.md. */
import type { Findings } from '../findings.ts';
import { type Answers, type FileExists, holdSteps } from './answers.ts';
import { decodeSteps, encodeSteps } from './entry.ts';
import { type Circumstances, keySteps } from './key.ts';
import type { FindingsStore, Run } from './store.ts';

/**
 * The findings that were kept for the same circumstances; undefined if there are none, or if a file that was asked for has come or gone
 * since.
 */
export async function findStored(
  store: FindingsStore,
  circumstances: Circumstances,
  fileExists: FileExists,
  run: Run,
): Promise<Findings | undefined> {
  const key = await run(keySteps(store.hash(), circumstances));
  const text = await store.read(key);
  const entry = text === undefined ? undefined : await run(decodeSteps(text, circumstances.uris));
  if (!entry) return undefined;
  // What somebody wrote there may be a question that cannot even be asked.
  const holds = await run(holdSteps(entry.answers, fileExists)).catch(() => false);
  return holds ? entry.findings : undefined;
}

/** Keeps findings, with the answers that they follow from; not those of a check in which a rule failed. Rejects if they cannot be written. */
export async function keepFindings(
  store: FindingsStore,
  circumstances: Circumstances,
  findings: Findings,
  answers: Answers,
  run: Run,
): Promise<void> {
  if (findings.failed.length) return;
  const key = await run(keySteps(store.hash(), circumstances));
  await store.write(key, await run(encodeSteps({ findings, answers }, circumstances.uris)));
}
