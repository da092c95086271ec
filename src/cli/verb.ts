import type { Command } from 'commander';
import type { ExitCode, Io } from './io.ts';

/** Gives a command its arguments and options, and what it does. `exit` says with which code the process is to end. */
export type Verb = (command: Command, io: Io, exit: (code: ExitCode) => void) => void;
