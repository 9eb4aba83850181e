/** Puts the counts of all pages into one table, by app, version and language, with every gap and every fault. */
import type { Count, Measured } from './measure.ts';

const columns = ['recognised', 'located', 'filled', 'captured'] as const;
const widths = [12, 16, 10, 7, 12, 10, 10, 10];

/** The text to print, and how many faults are in it. */
export function report(measured: readonly Measured[]): { text: string; faults: number } {
  const groups = Map.groupBy(measured, ({ app, version, language }) => [app, version, language].join('\t'));
  const lines = [row(['app', 'version', 'language', 'pages', ...columns])];
  for (const [group, pages] of groups) lines.push(lineOf(group.split('\t'), pages));
  lines.push(lineOf(['all', '', ''], measured));
  const gaps = measured.flatMap(({ page, gaps: reasons }) => reasons.map((reason) => `gap    ${page}  ${reason}`));
  const faults = measured.flatMap(({ page, faults: found }) => found.map((fault) => `FAULT  ${page}  ${fault}`));
  return { text: `${[...lines, '', ...gaps, ...faults].join('\n').trimEnd()}\n`, faults: faults.length };
}

function lineOf(names: string[], pages: readonly Measured[]): string {
  const counts = columns.map((column) => sum(pages.map((page) => page[column])));
  return row([...names, String(pages.length), ...counts]);
}

function sum(counts: readonly Count[]): string {
  const total = (name: keyof Count): number => counts.reduce((before, count) => before + count[name], 0);
  return `${total('got')}/${total('of')}`;
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 10))
    .join(' ')
    .trimEnd();
}
