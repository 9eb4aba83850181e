/** What speaks against the chosen profile on this page, before it is bound. */

import type { Candidate } from '@/messaging/tab-card';
import type { ProfileSummary } from '@/profiles/schema';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import type { RecognisedCard } from './card-state';

interface Props {
  candidate: Candidate;
  card: RecognisedCard;
  profiles: ProfileSummary[];
}

export function CandidateWarnings({ candidate, card, profiles }: Props) {
  const before = profiles.find((profile) => profile.id === card.binding?.profileId);
  return (
    <>
      {before && <Warning name="moves" words={i18n.t('card.moves', [before.name])} />}
      {candidate.otherClientId && <Warning name="other-client-id" words={i18n.t('card.otherClientId')} />}
      {candidate.boundElsewhere.length > 0 && (
        <Warning name="bound-elsewhere" words={i18n.t('card.boundElsewhere', [candidate.boundElsewhere.join(', ')])} />
      )}
    </>
  );
}

function Warning({ name, words }: { name: string; words: string }) {
  return (
    <Notice level="warning" name={name}>
      <p>{words}</p>
    </Notice>
  );
}
