/** The risk assessment report: by which criteria risks were assessed, and what came of it, the gravest first. (6.1.2, 8.2) */

import { riskMatrix } from '../../analysis/risk-register.ts';
import { later, period, say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, paragraph, type Row, type Table, within } from '../blocks.ts';
import {
  type MethodData,
  type ResultData,
  riskAssessmentReportData,
  type ScaleData,
  type StepData,
  type ThreatData,
  type VulnerabilityData,
} from '../data/risk-assessment-report.ts';
import { countFact, fact } from './_facts.ts';
import { column, key, levelColumn } from './_headings.ts';
import { withKeptIn } from './_kept.ts';
import { particularsPart, withParticulars } from './_particulars.ts';
import { impactCell, impactKind, levelTones, matrixFigure, standingText } from './_risks.ts';
import { approvalText, fullNamesCell, nameCell, namesCell, proseCell, scopePart, yesNo } from './_shared.ts';

const riskAssessmentReport: Artefact = {
  id: 'risk-assessment-report',
  title: 'Risk assessment report',
  description: 'by which method and criteria risks were assessed, and the results by priority',
  clause: '6.1.2, 8.2',
  parameters: [],
  build: subject => {
    const { view, prose } = subject;
    const data = riskAssessmentReportData(view);
    const { method, results } = data;
    const matrix = riskMatrix(view, 'inherent');
    return {
      head: [
        fact('risks', 'Risks', results.length),
        countFact('not-assessed', 'Without a level', results, ({ inherent }) => !inherent?.level),
        fact('appetite', 'Highest level accepted without treatment', method?.appetite),
      ],
      blocks: [
        ...scopePart(subject),
        ...(method ? methodPart(method, prose) : [{ type: 'heading' as const, text: say('Method') }, noMethod()]),
        ...(matrix ? [matrixFigure(view, 'matrix', say('Risks before treatment'), matrix)] : []),
        resultTable(subject, results),
        ...(data.threats.length ? [threatTable(subject, data.threats)] : []),
        ...(data.vulnerabilities.length ? [vulnerabilityTable(subject, data.vulnerabilities)] : []),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default riskAssessmentReport;

const noMethod = (): Block =>
  paragraph(say('No method is declared, so that no level follows from likelihood and impact.'));

const combinations: Readonly<Record<string, string>> = {
  product: later('score = likelihood × impact'),
  sum: later('score = likelihood + impact'),
  maximum: later('score = the higher one of likelihood and impact'),
  matrix: later('the matrix names the level of each likelihood and impact'),
};

function methodPart(method: MethodData, prose: Subject['prose']): Block[] {
  const { title, keptIn, style, combination, appetite, review, approved } = method;
  return [
    { type: 'heading', text: say('Method') },
    ...particularsPart(prose, method),
    {
      type: 'facts',
      facts: [
        fact('method', 'Method', title),
        ...(keptIn === null ? [] : [fact('kept-in', 'Kept in', keptIn)]),
        fact('style', 'Identification of risks', word(style)),
        fact('combination', 'Combination', say(combinations[combination] ?? combination)),
        fact('acceptance', 'Criterion of acceptance', appetite === null ? null : say('up to {0}', appetite)),
        fact('assessed-again', 'Risks are assessed again', review === null ? null : everyText(review)),
        ...(method.assessed === null
          ? []
          : [fact('assessed', 'Likelihood and impact stated are', word(method.assessed))]),
        ...(method.assetValues === null ? [] : [fact('asset-values', 'Values of assets', word(method.assetValues))]),
        fact('method-approved', 'Method approved', approvalText(approved) ?? say('not approved')),
      ],
    },
    ...within([
      scaleTable('likelihood', say('Likelihood'), method.likelihood),
      ...method.impact.map(impactTable),
      ...(method.values.length ? [scaleTable('values', say('Values of assets'), method.values)] : []),
      levelTable(method),
    ]),
  ];
}

/** What may happen, as far as the organisation declares it. (6.1.2 c) */
const threatTable = ({ prose }: Subject, threats: readonly ThreatData[]): Table =>
  withParticulars(
    prose,
    withKeptIn(
      flatTable(
        'threats',
        say('Threats'),
        [
          column('id', 'Threat', 'id'),
          column('title', 'Title', 'title'),
          column('sources', 'Source', 'ids'),
          column('affects', 'Affects', 'ids'),
          column('controls', 'Usually treated by', 'names'),
        ],
        threats.map(
          ({ id, title, sources, affects, controls }): Row => [
            id,
            title ?? undefined,
            sources.map(one => word(one)),
            affects.map(one => word(one)),
            fullNamesCell(controls),
          ],
        ),
      ),
      threats,
    ),
    threats,
  );

/** The weaknesses that let it happen, as far as the organisation declares them. (6.1.2 c) */
const vulnerabilityTable = ({ prose }: Subject, vulnerabilities: readonly VulnerabilityData[]): Table =>
  withParticulars(
    prose,
    withKeptIn(
      flatTable(
        'vulnerabilities',
        say('Vulnerabilities'),
        [
          column('id', 'Vulnerability', 'id'),
          column('title', 'Title', 'title'),
          column('assets', 'Assets that have it', 'names'),
          column('controls', 'Usually treated by', 'names'),
        ],
        vulnerabilities.map(
          ({ id, title, assets, controls }): Row => [
            id,
            title ?? undefined,
            namesCell(assets),
            fullNamesCell(controls),
          ],
        ),
      ),
      vulnerabilities,
    ),
    vulnerabilities,
  );

const impactTable = ({ property, steps }: ScaleData, index: number): Table =>
  scaleTable(`impact-${index + 1}`, property === null ? say('Impact') : say('Impact on {0}', word(property)), steps);

const scaleTable = (id: string, title: string, steps: readonly StepData[]): Table =>
  flatTable(
    id,
    title,
    [column('word', 'Step', 'word'), column('value', 'Value', 'number'), column('meaning', 'Meaning', 'prose')],
    steps.map(({ word, value, meaning }): Row => [word, value, meaning ?? undefined]),
  );

const levelTable = ({ levels }: MethodData): Table =>
  flatTable(
    'levels',
    say('Levels'),
    [
      column('level', 'Level', 'word'),
      column('scores', 'Scores', 'word'),
      column('accepted', 'Accepted without treatment', 'word', { yes: 'good', no: 'attention' }),
      column('before', 'Risks before treatment', 'number'),
      column('today', 'Risks today', 'number'),
      column('after', 'Risks after treatment', 'number'),
    ],
    levels.map(({ word, from, to, accepted, before, today, after }): Row => {
      const scores = from === null ? undefined : from === to ? String(from) : say('{0} to {1}', from, to ?? '');
      return [word, scores, yesNo(accepted), before, today, after];
    }),
  );

function resultTable({ view, prose }: Subject, results: readonly ResultData[]): Table {
  const tones = levelTones(
    view,
    results.flatMap(({ inherent, current, residual }) => [inherent, current, residual]),
  );
  return {
    ...flatTable(
      'results',
      say('Results by priority'),
      [
        column('id', 'Risk', 'id'),
        column('priority', 'Priority', 'number'),
        column('title', 'Title', 'title'),
        column('scenario', 'Scenario', 'prose'),
        column('assets', 'Assets', 'names'),
        column('threats', 'Threats', 'names'),
        column('vulnerabilities', 'Vulnerabilities', 'names'),
        column('affects', 'Affects', 'ids'),
        key(column('owner', 'Owner', 'name')),
        key(column('likelihood', 'Likelihood', 'word')),
        key(column('impact', 'Impact', impactKind(results.map(({ inherent }) => impactCell(inherent))))),
        key(levelColumn('inherent', 'Before treatment', 'word', tones)),
        levelColumn('current', 'Today', 'word', tones),
        levelColumn('residual', 'After treatment', 'word', tones),
        column('assessed', 'Assessed', 'date'),
        column('next', 'Next assessment', 'date'),
      ],
      results.map(
        (risk): Row => [
          risk.id,
          risk.priority ?? undefined,
          risk.title ?? undefined,
          proseCell(prose, risk.scenario),
          namesCell(risk.assets),
          namesCell(risk.threats),
          namesCell(risk.vulnerabilities),
          risk.affects.map(one => word(one)),
          nameCell(risk.owner),
          risk.inherent?.likelihood ?? undefined,
          impactCell(risk.inherent),
          standingText(risk.inherent),
          standingText(risk.current),
          standingText(risk.residual),
          risk.assessed ?? undefined,
          risk.nextReview ?? undefined,
        ],
      ),
    ),
    isMain: true,
  };
}

/** `every 12 months`; a word such as `quarterly` says it by itself. */
const everyText = (review: string): string | undefined =>
  /^\d/.test(review) ? say('every {0}', period(review) ?? '') : period(review);
