/** What Linux tells about a process and those that it started. Elsewhere nothing is known, and memory counts as 0. */
import { readdirSync, readFileSync } from 'node:fs';

const read = path => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // The process is gone, or there is no /proc.
  }
};

function childrenByParent() {
  const byParent = new Map();
  let entries = [];
  try {
    entries = readdirSync('/proc');
  } catch {
    return byParent;
  }
  for (const pid of entries) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = read(`/proc/${pid}/stat`);
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    byParent.set(parent, [...(byParent.get(parent) ?? []), pid]);
  }
  return byParent;
}

/** The ids of a process and of all that it started. */
export function processTree(pid) {
  const byParent = childrenByParent();
  const tree = [String(pid)];
  for (let i = 0; i < tree.length; i++) tree.push(...(byParent.get(tree[i]) ?? []));
  return tree;
}

const sum = (pid, key) =>
  processTree(pid).reduce(
    (total, each) => total + Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(read(`/proc/${each}/status`))?.[1] ?? 0),
    0,
  ) / 1024;

/** Resident memory of a process tree, MiB. */
export const residentMemory = pid => sum(pid, 'VmRSS');

/** The most resident memory that the processes of a tree have had, MiB. */
export const peakMemory = pid => sum(pid, 'VmHWM');
