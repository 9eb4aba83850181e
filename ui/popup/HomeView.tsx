/** The popup's first view: the card for the current tab, then the profiles. */

import type { ProfileSummary } from '@/profiles/schema';
import { Notice } from '../components/Notice';
import { i18n } from '../i18n';
import { HelpInTab } from '../lock/HelpInTab';
import { ProfileList } from '../shelf/ProfileList';
import { SessionSecrets } from '../shelf/SessionSecrets';
import { AuthentikCard } from './AuthentikCard';
import { DeclinedCard } from './DeclinedCard';
import { PlainCard } from './PlainCard';
import type { PopupState } from './popup-state';
import { SiteCard } from './SiteCard';

export function HomeView({ state }: { state: PopupState }) {
  const { desk, tab } = state;
  const shelf = desk.shelf.value;
  if (!shelf) return null;
  const card = tab.recognised.value;
  // Whoever has no profile yet gets one from there.
  const offers = card !== null || tab.card.value?.kind === 'authentik';
  return (
    <div data-view="home">
      {desk.damage.value && <DamageNotice />}
      <TabCardView state={state} profiles={shelf.profiles} />
      <SessionSecrets desk={desk} />
      {(shelf.profiles.length > 0 || !offers) && (
        <ProfileList
          profiles={shelf.profiles}
          instances={shelf.instances}
          gone={shelf.gone}
          onOpen={(id) => state.open(id)}
          onAdd={() => void state.add()}
          autofocus={tab.card.value !== null && !card}
        />
      )}
    </div>
  );
}

/** What is lost, and the ways on, have their room in a tab. */
function DamageNotice() {
  return (
    <Notice level="warning" name="damage">
      <p>{i18n.t('damage.notice')}</p>
      <HelpInTab about="trouble" />
    </Notice>
  );
}

function TabCardView({ state, profiles }: { state: PopupState; profiles: ProfileSummary[] }) {
  const card = state.tab.card.value;
  if (card?.kind === 'recognised') return <SiteCard state={state} card={card} profiles={profiles} />;
  if (card?.kind === 'authentik') return <AuthentikCard state={state} card={card} />;
  if (card?.kind === 'declined') return <DeclinedCard card={card} />;
  return <PlainCard tab={state.tab} profiles={profiles} />;
}
