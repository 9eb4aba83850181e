/** Why the last press in the page did not count, and how to go on; said here, where no page can change the words. */

import type { Refusal } from '@/messaging/page-protocol';
import type { TabCard } from '@/messaging/tab-card';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';

const reasons = {
  'too-soon': 'refused.tooSoon',
  'not-in-front': 'refused.notInFront',
  hidden: 'refused.hidden',
  covered: 'refused.covered',
  cursor: 'refused.cursor',
} as const satisfies Record<Refusal, string>;

export function RefusedPress({ card: { refused } }: { card: TabCard }) {
  if (!refused) return null;
  return (
    <Notice level="warning" title={i18n.t('refused.title')} name={`refused-${refused}`}>
      <p>{i18n.t(reasons[refused])}</p>
    </Notice>
  );
}
