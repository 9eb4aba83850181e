/** Counts the cases of each threat and says it in lines. */
import { byReview, type Threat, threats } from './threats.ts';

/** One test that ran: how many attacks it holds, and whether it stood all of them. */
export interface Shown {
  threat: Threat;
  cases: number;
  passed: boolean;
  name: string;
}

/** What a runner found; `broken` are failures that belong to no threat, such as a runner that did not start. */
export interface Findings {
  shown: Shown[];
  broken: string[];
}

interface Counts {
  passed: number;
  failed: number;
}

/** The cases of a test that failed count as failed, all of them: none of them is shown. */
function countsOf(shown: readonly Shown[]): Counts {
  const sum = (tests: readonly Shown[]) => tests.reduce((total, { cases }) => total + cases, 0);
  return { passed: sum(shown.filter(({ passed }) => passed)), failed: sum(shown.filter(({ passed }) => !passed)) };
}

/** One line per threat, one per failure, and the sum; a threat that nothing was shown of is a failure. */
export function report({ shown, broken }: Findings): { lines: string[]; failed: number } {
  const total = { passed: 0, failed: broken.length };
  const lines = (Object.keys(threats) as Threat[]).map((threat) => {
    const own = shown.filter((test) => test.threat === threat);
    const { passed, failed } = countsOf(own);
    const isMissing = passed + failed === 0 && !byReview.includes(threat);
    total.passed += passed;
    total.failed += failed + (isMissing ? 1 : 0);
    return `${threat.padEnd(4)}${threats[threat]}: ${wordsOf(threat, own.length, { passed, failed })}`;
  });
  const failures = shown.filter(({ passed }) => !passed).map(({ threat, name }) => `FAILED ${threat} ${name}`);
  const others = broken.map((name) => `FAILED ${name}`);
  return {
    lines: [...lines, ...failures, ...others, `${total.passed} passed, ${total.failed} failed`],
    failed: total.failed,
  };
}

function wordsOf(threat: Threat, tests: number, { passed, failed }: Counts): string {
  if (byReview.includes(threat)) return 'by review';
  if (tests === 0) return 'NOTHING SHOWN';
  return `${passed + failed} cases in ${tests} tests, ${passed} passed, ${failed} failed`;
}
