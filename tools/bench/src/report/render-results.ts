import type { Cost, Finding, Results } from '../results.ts';
import { milliseconds, percent, whole } from './format.ts';
import type { Circumstances } from './machine.ts';
import { type Column, markdownTable } from './markdown-table.ts';

const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

/** The results as Markdown that reads well in a terminal too. */
export function renderResults(results: Results): string {
  const { findings, attempts, costs, steps, notes } = results;
  const parts = [findingsTable(findings)];
  if (attempts.length > 0) {
    parts.push('Rates of events in batches that were tried, in this order:', attemptsTable(results));
  }
  if (costs.length > 0) {
    parts.push(
      'Where the time goes: processor µs per event or read, by process. In parentheses its share of what all of them used.',
      costsTable(costs),
    );
  }
  if (steps !== undefined && steps.steps.length > 0) {
    parts.push(
      `Steps of the scoring pipeline at the sustained rate, by the clock; ${whole(steps.messagesPerBatch)} events per batch ` +
        'on average. Partitions take turns, so this includes waiting for the processor and for each other.',
      stepsTable(steps.steps),
    );
  }
  return [...parts, ...notes].join('\n\n');
}

export function renderCircumstances({ date, command, commit, machine, software, variables }: Circumstances): string {
  return [
    `- ${date.toISOString().slice(0, 16).replace('T', ' ')} UTC, \`${command}\``,
    `- commit ${commit}`,
    `- ${machine}`,
    `- ${software.join(', ')}`,
    ...(variables.length > 0 ? [`- set in the environment: ${variables.map((name) => `\`${name}\``).join(', ')}`] : []),
    '- everything shared these cores: the load generator, the four services, Kafka, MongoDB and Redis',
  ].join('\n');
}

function findingsTable(findings: readonly Finding[]): string {
  const columns = [left('what'), left('load'), right('per second'), right('p50 ms'), right('p99 ms'), right('max ms')];
  return markdownTable(
    [...columns, right('failed')],
    findings.map(({ work, load, perSecond, latency, failures }) => [
      work,
      load,
      perSecond === undefined ? '' : whole(perSecond),
      ...(latency ? [latency.p50, latency.p99, latency.max].map(milliseconds) : ['', '', '']),
      describeFailures(failures),
    ]),
  );
}

function describeFailures(failures: Readonly<Record<string, number>>): string {
  const causes = Object.entries(failures);
  return causes.length === 0 ? '0' : causes.map(([cause, count]) => `${whole(count)} × ${cause}`).join(', ');
}

const describeOthers = (cores: number | undefined): string => cores?.toFixed(2) ?? 'unknown';

function attemptsTable({ attempts }: Results): string {
  return markdownTable(
    [
      ...[right('offered/s'), right('for s'), right('accepted/s'), right('scored/s')],
      ...[
        right('behind at the end'),
        right('drained after s'),
        right('failed requests'),
        right('cores busy with others'),
        left('sustained'),
      ],
    ],
    attempts.map((attempt) => [
      whole(attempt.offered),
      String(attempt.seconds),
      whole(attempt.accepted),
      whole(attempt.scored),
      whole(attempt.lag),
      attempt.drainSeconds.toFixed(1),
      describeFailures(attempt.failures),
      describeOthers(attempt.othersCores),
      attempt.isSustained ? 'yes' : 'no',
    ]),
  );
}

function costsTable(costs: readonly Cost[]): string {
  const names = [...new Set(costs.flatMap(({ use }) => use.processes.map(({ name }) => name)))].sort();
  const perProcess = names.map((name) => [name, ...costs.map((cost) => describeCost(cost, secondsOf(cost, name)))]);
  const all = costs.map((cost) => describeCost(cost, allSeconds(cost)));
  const cores = costs.map(({ use, ...cost }) => {
    return `${(allSeconds({ ...cost, use }) / use.elapsedSeconds).toFixed(2)} of ${use.cores}`;
  });
  const others = costs.map(({ use }) => describeOthers(use.othersCores));
  return markdownTable(
    [left('process'), ...costs.map(({ work, unit }) => right(`${work}, µs/${unit}`))],
    [...perProcess, ['all of them', ...all], ['cores busy with them', ...cores], ['cores busy with others', ...others]],
  );
}

const secondsOf = ({ use }: Cost, process: string): number =>
  use.processes.filter(({ name }) => name === process).reduce((sum, { seconds }) => sum + seconds, 0);

const allSeconds = ({ use }: Cost): number => use.processes.reduce((sum, { seconds }) => sum + seconds, 0);

function describeCost(cost: Cost, seconds: number): string {
  const all = allSeconds(cost);
  const us = cost.units === 0 ? 0 : (seconds * 1e6) / cost.units;
  return `${us.toFixed(1)} (${percent(all === 0 ? 0 : seconds / all)})`;
}

function stepsTable(steps: readonly { step: string; msPerBatch: number; usPerEvent: number; share: number }[]): string {
  return markdownTable(
    [left('until'), right('ms per batch'), right('µs per event'), right('share')],
    steps.map(({ step, msPerBatch, usPerEvent, share }) => [
      step,
      milliseconds(msPerBatch),
      usPerEvent.toFixed(1),
      percent(share),
    ]),
  );
}
