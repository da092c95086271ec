import { cpus, totalmem } from 'node:os';

/** Facts of the machine that a reader needs to judge figures: no names of hosts or users. */
export const machine = () => ({
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? '',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
});
