// To be required before a program: writes to the file in NOTES, line by line, which of the program's files are loaded, and when it
// publishes diagnostics.
const { appendFileSync } = require('node:fs');
const { basename } = require('node:path');

const notes = process.env.NOTES;
if (!notes) throw new Error('NOTES names no file.');

const note = text => appendFileSync(notes, `${text}\n`);

const load = require.extensions['.js'];
if (!load) throw new Error('Node tells nothing of the files that it loads.');
require.extensions['.js'] = (module, file) => {
  if (file !== __filename) note(basename(file));
  return load(module, file);
};

const write = process.stdout.write;
process.stdout.write = function (content, ...rest) {
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  if (text.includes('textDocument/publishDiagnostics')) note('publishDiagnostics');
  return write.call(this, content, ...rest);
};
