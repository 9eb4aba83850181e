/** Makes the preview's state out of the form as it stands, the values for it, and what the person changed. */
import { type Edits, withEdits } from './edits';
import type { Grant } from './grant';
import type { Ports, Sight } from './ports';
import type { PreviewState } from './state';

export function previewOf(ports: Pick<Ports, 'plan'>, sight: Sight, grant: Grant, edits: Edits): PreviewState {
  const { values, secrets } = grant;
  const plan = ports.plan(sight, values, { ...grant.choices, ...edits.choices }, secrets);
  return {
    view: 'preview',
    form: sight.form,
    plan: withEdits(plan, edits),
    asksAboutMissing: false,
    secrets,
    notices: sight.look.notices,
    tokensPage: values.tokens_page,
  };
}
