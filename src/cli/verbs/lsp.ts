/** `isms lsp`: the language server, for editors that start it themselves. */
import { Option } from 'commander';
import type { Verb } from '../verb.ts';

const help = `
The server speaks the Language Server Protocol over standard input and output.`;

const lsp: Verb = (command, io) => {
  command
    .addOption(new Option('--stdio', 'speak over standard input and output').makeOptionMandatory())
    // The server reads further options of the protocol's library from the command line itself.
    .allowUnknownOption()
    .allowExcessArguments()
    .addHelpText('after', help)
    .action(() => io.startServer());
};

export default lsp;
