import type { Io } from './io.ts';

/** Whether output is coloured if nobody says so: on a terminal that can, where NO_COLOR is not set. (https://no-color.org) */
export const wantsColor = ({ stdout, env }: Io): boolean => stdout.isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
