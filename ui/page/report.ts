/** Makes the report's state out of what a fill brought: the sign-in method first, then the fields. */
import type { FieldReport, FillReport } from '@/engine/model';
import type { Sight } from './ports';
import type { ReportState } from './state';

/** `switched`: the sign-in method was. `tokensPage`: where a token that is missing can be made. */
export function reportOf(
  report: FillReport,
  { form, look }: Sight,
  switched: boolean,
  tokensPage: string | null,
): ReportState {
  const hasUndo = report.restorable.length > 0 || switched;
  return {
    view: 'report',
    form,
    report: { ...report, fields: [...methodLine(look.method, switched), ...report.fields] },
    ...(look.saveName !== undefined && { saveName: look.saveName }),
    restore: { state: hasUndo ? 'offered' : 'none' },
    notices: [],
    tokensPage,
  };
}

/** The same report with every secret the page has thrown away since, or null when it holds them all. */
export function withoutLost(state: ReportState, { look }: Sight): ReportState | null {
  const isLost = ({ key, outcome }: FieldReport): boolean =>
    outcome === 'filled' && look.readings.some((reading) => reading.key === key && reading.holdsSecret === false);
  const { report } = state;
  if (!report.fields.some(isLost)) return null;
  const fields = report.fields.map((field) =>
    isLost(field) ? { ...field, outcome: 'refused-by-page' as const, because: 'lost' as const } : field,
  );
  return { ...state, report: { ...report, fields } };
}

function methodLine(method: Sight['look']['method'], switched: boolean): FieldReport[] {
  if (!method) return [];
  if (!method.isWanted) return [{ key: 'method', outcome: 'refused-by-page' }];
  return [{ key: 'method', outcome: switched ? 'filled' : 'already-right' }];
}

export interface Count {
  filled: number;
  already: number;
  /** Fields that were to hold a value of the profile: what is left to the person or not there is not counted. */
  wanted: number;
}

/** The sign-in method has a line of its own and is not counted. */
export function countFields(fields: FieldReport[]): Count {
  const outcomes = fields.filter(({ key }) => key !== 'method').map(({ outcome }) => outcome);
  const having = (wanted: FieldReport['outcome']): number => outcomes.filter((outcome) => outcome === wanted).length;
  const already = having('already-right');
  const filled = having('filled');
  return {
    filled: filled + already,
    already,
    wanted: filled + already + having('ambiguous') + having('refused-by-page'),
  };
}
