/** Findings as SARIF 2.1.0, which pull requests and code scanning show. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */

import type {
  ArtifactLocation,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Run,
} from 'sarif';
import { version } from '../../../package.json';
import { pathOfUri } from '../../node/files.ts';
import { areaOf } from '../../rules/codes.ts';
import { rules } from '../../rules/generated/registry.ts';
import { citation, type Rule, type Severity } from '../../rules/rule.ts';
import type { TextRange } from '../../syntax/text/chunked-text.ts';
import { inEnglish } from '../../wording/wording.ts';
import type { Diagnostic } from '../../workspace/diagnostic.ts';
import type { FixSuggestion } from '../../workspace/fixes.ts';
import { displayPath } from '../display-path.ts';
import type { Io } from '../io.ts';
import { rulePage } from '../rule-page.ts';
import { fingerprintName } from './compared.ts';
import { fingerprints } from './fingerprints.ts';
import type { Report } from './report.ts';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/** Files are named relative to the current folder: what reads SARIF takes it for the top of the repository. */
export function sarifReport(report: Report): string {
  const { unread, io, compared, fixOf } = report;
  const diagnostics = compared?.all ?? report.diagnostics;
  const prints = fingerprints({ diagnostics, io, compared });
  const stateOf = (diagnostic: Diagnostic): Pick<Result, 'baselineState'> =>
    compared ? { baselineState: compared.unchanged.has(diagnostic) ? 'unchanged' : 'new' } : {};
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'isms', semanticVersion: version, rules: rules.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        ...invocations(unread, io),
        results: [
          ...diagnostics.map((diagnostic, index) => ({
            ...result(diagnostic, prints[index] ?? '', io),
            ...fixes(fixOf?.(diagnostic), io),
            ...stateOf(diagnostic),
          })),
          ...(compared?.absent.map(absent) ?? []),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A run that could not read everything says so, beside the result about each file or folder. (SARIF 2.1.0, 3.20.14 and 3.20.21) */
function invocations(unread: readonly Diagnostic[], io: Io): Pick<Run, 'invocations'> {
  if (!unread.length) return {};
  const toolExecutionNotifications = unread.map(
    ({ code, message, uri, range }): Notification => ({
      level: 'error',
      associatedRule: { id: code },
      message: { text: inEnglish(message) },
      locations: [{ physicalLocation: place(uri, range, io) }],
    }),
  );
  return { invocations: [{ executionSuccessful: false, toolExecutionNotifications }] };
}

function descriptor(rule: Rule): ReportingDescriptor {
  const { code, aliases, summary, why, remedy, clause, severity, example } = rule;
  const page = rulePage(code);
  const basis = sentence(citation(rule));
  return {
    id: code,
    ...(aliases && { deprecatedIds: [...aliases] }),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\n${remedy}\n\n${basis}`,
      markdown: `${why}\n\n${remedy}\n\n**Found in**\n\n${fenced(example.bad)}\n\n**Not in**\n\n${fenced(example.good)}\n\n${basis}`,
    },
    ...(page && { helpUri: page }),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [areaOf(code)], ...(clause !== undefined && { clause }) },
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const fenced = (text: string): string => `\`\`\`isms\n${text}\n\`\`\``;

const indexes = new Map(rules.map(({ code }, index) => [code, index]));

function result({ code, severity, message, uri, range, related }: Diagnostic, fingerprint: string, io: Io): Result {
  const ruleIndex = indexes.get(code);
  return {
    ruleId: code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: inEnglish(message) },
    locations: [{ physicalLocation: place(uri, range, io) }],
    partialFingerprints: { [fingerprintName]: fingerprint },
    ...(related.length && {
      relatedLocations: related.map(
        (other, index): Location => ({
          id: index,
          physicalLocation: place(other.uri, other.range, io),
          message: { text: inEnglish(other.message) },
        }),
      ),
    }),
  };
}

/** What a finding that is gone said. Its rule may be another one of the list by now, or gone too. */
function absent({ ruleId, level, message, locations, partialFingerprints }: Result): Result {
  const ruleIndex = ruleId === undefined ? undefined : indexes.get(ruleId);
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level,
    message,
    locations,
    partialFingerprints,
    baselineState: 'absent',
  };
}

/** The fix with its changes of each file. (SARIF 2.1.0, 3.55) */
function fixes(fix: FixSuggestion | undefined, io: Io): Pick<Result, 'fixes'> {
  if (!fix) return {};
  const files = [...new Set(fix.edits.map(({ uri }) => uri))];
  return {
    fixes: [
      {
        description: { text: fix.title },
        artifactChanges: files.map(file => ({
          artifactLocation: artifact(file, io),
          replacements: fix.edits
            .filter(({ uri }) => uri === file)
            .map(({ range, newText }) => ({
              deletedRegion: region(range),
              ...(newText !== '' && { insertedContent: { text: newText } }),
            })),
        })),
      },
    ],
  };
}

/** SARIF counts lines and columns from 1; the end is the place behind the last character. */
const place = (uri: string, range: TextRange, io: Io): PhysicalLocation => ({
  artifactLocation: artifact(uri, io),
  region: region(range),
});

const artifact = (uri: string, io: Io): ArtifactLocation => ({
  uri: displayPath(io.cwd, pathOfUri(uri)).split('/').map(encodeURIComponent).join('/'),
});

const region = ({ start, end }: TextRange): Region => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});
