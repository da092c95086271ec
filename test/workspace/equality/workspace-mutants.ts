/** Faults in grouping files and in handing on what is not text. */
import type { Mutant } from '../../mutant.ts';

const file = 'workspace/workspace.ts';

export const workspaceMutants: readonly Mutant[] = [
  {
    what: 'does not see an `isms` block that an edit brings or takes',
    file,
    find: 'unit.isms.editFile(uri, changes);\n    this.noteIsms(uri, unit);',
    put: 'unit.isms.editFile(uri, changes);',
  },
  {
    what: 'does not group files again when an `isms` block goes with its file',
    seed: 26,
    file,
    find: 'if (this.grouping.setDeclares(uri, false) || this.grouping.isLinked(uri)) this.regroup();',
    put: 'this.grouping.setDeclares(uri, false);',
  },
  {
    what: 'leaves a file in the ISMS that it is moved from',
    file,
    find: '      unit.isms.removeFile(uri);\n      const target',
    put: '      const target',
  },
  {
    what: 'does not tell of the day',
    file,
    find: "if (before.asOf !== unit.inputs.asOf) changed.push('asOf');",
    put: '',
  },
  {
    what: 'does not tell of the lock file',
    seed: 11,
    file,
    find: "if (JSON.stringify(before.lock) !== JSON.stringify(unit.lock)) changed.push('lock');",
    put: '',
  },
  {
    what: 'does not tell of evidence that came or went',
    file,
    find: "unit.checker.setInputs(unit.inputs, ['files']);",
    put: 'unit.checker.setInputs(unit.inputs, []);',
  },
  {
    what: 'does not tell of severities that the configuration file changes',
    seed: 34,
    file,
    find: 'if (beforeChoice !== choiceOf(unit.config)) {',
    put: 'if (false) {',
  },
  {
    what: 'does not read the configuration of an ISMS that appears after it',
    file,
    find: '      this.units.set(root, unit);\n      this.refreshInputs(unit);',
    put: '      this.units.set(root, unit);',
  },
  {
    what: 'keeps a configuration that was deleted',
    seed: 3,
    file,
    find: 'if (text === undefined) this.configs.delete(uri);\n    else',
    put: 'if (text !== undefined)',
  },
  {
    what: 'keeps the severities of earlier settings',
    file,
    find: '    unit.severities.clear();\n',
    put: '',
  },
];
