/** What the panel needs from the engine and the background; the entrypoint hands it in, tests hand in their own. */
import type { FieldReport, FillReport, PageLook, Plan, PlanRow, ProfileValues, SecretName } from '@/engine/model';
import type { PageMessages } from '@/messaging/page-protocol';
import type { FieldKey, Form, NoticeId } from '@/recipes/schema';

/** The form as it stands on the page at this moment. */
export interface Sight {
  form: Form;
  look: PageLook;
}

/** What Latchkey's own page can do about this one. */
export type OwnTask = Parameters<PageMessages['page.task']>[0]['task'];

type Secrets = Partial<Record<FieldKey, string>>;

export interface Filled {
  report: FillReport;
  /** Puts back what this fill changed; good until navigation or Save. */
  restore(signal: AbortSignal): Promise<{ fields: FieldReport[]; secretKept: boolean }>;
}

export interface Ports {
  /** Looks at the form anew; null when it is not on the page any more. */
  see(): Sight | null;
  /** What is to be said about the page as it stands, whether or not the form is still on it. */
  notices(): NoticeId[];
  plan(sight: Sight, values: ProfileValues, choices: Record<string, string>, secrets: readonly SecretName[]): Plan;
  switchMethod(signal: AbortSignal): Promise<boolean>;
  openFields(signal: AbortSignal): Promise<boolean>;
  fill(rows: PlanRow[], secrets: Secrets, signal: AbortSignal): Promise<Filled>;
  /** Outlines the fields that hold our values now, for a moment. */
  mark(keys: FieldKey[]): void;
  /** `withoutSecret`: not to ask for one that is kept nowhere. */
  askPlan(look: PageLook, withoutSecret: boolean): Promise<ReturnType<PageMessages['page.plan']>>;
  askFill(...data: Parameters<PageMessages['page.fill']>): Promise<ReturnType<PageMessages['page.fill']>>;
  askPress(...data: Parameters<PageMessages['page.press']>): Promise<ReturnType<PageMessages['page.press']>>;
  askUnlock(): Promise<ReturnType<PageMessages['page.unlock']>>;
  askTask(task: OwnTask): Promise<ReturnType<PageMessages['page.task']>>;
  /** Tells the background how the fill ended. */
  tell(filled: { consent: string; fields: FieldReport[] }): void;
}
