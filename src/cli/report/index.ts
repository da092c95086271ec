/** How `isms check` reports: one file each, loaded when it is asked for. Options, tests and refusals follow from this list. */
import type { Report } from './report.ts';

export type Reporter = (report: Report) => string;

export const reporters = {
  text: async () => (await import('./text.ts')).textReport,
  json: async () => (await import('./json.ts')).jsonReport,
  sarif: async () => (await import('./sarif.ts')).sarifReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  github: async () => (await import('./github.ts')).githubReport,
  gitlab: async () => (await import('./gitlab.ts')).gitlabReport,
} satisfies Readonly<Record<string, () => Promise<Reporter>>>;

/** Those that tell fixes beside findings. */
export const withFixes: ReadonlySet<ReporterName> = new Set(['sarif']);

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as readonly ReporterName[];
