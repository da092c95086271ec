/** Tries again what could not be read, and counts what was found. */
import { request } from './shared/request.ts';

export default request('isms/check', async ({ ready }) => {
  const session = await ready();
  await session.retry();
  const count = { errors: 0, warnings: 0, infos: 0, hints: 0 };
  const counters = { error: 'errors', warning: 'warnings', info: 'infos', hint: 'hints' } as const;
  for (const uri of session.published.uris()) {
    for (const { severity } of session.published.of(uri)) count[counters[severity]]++;
  }
  const units = session.workspace.allUnits();
  const files = units.reduce((sum, unit) => sum + unit.isms.files.size, 0);
  const unread = session.workspace.unreadPlaces().map(({ uri, reason }) => ({ uri, reason }));
  const dates = [...new Set(units.map(({ inputs }) => inputs.asOf))].sort();
  return { files, ...count, unread, asOf: dates };
});
