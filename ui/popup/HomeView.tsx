/** The popup's first view: the card for the current tab, then the profiles. */

import { ProfileList } from '../shelf/ProfileList';
import { PlainCard } from './PlainCard';
import type { PopupState } from './popup-state';
import { SiteCard } from './SiteCard';

export function HomeView({ state }: { state: PopupState }) {
  const { desk, tab } = state;
  const shelf = desk.shelf.value;
  if (!shelf) return null;
  const card = tab.recognised.value;
  return (
    <div data-view="home">
      {card ? (
        <SiteCard state={state} card={card} profiles={shelf.profiles} />
      ) : (
        <PlainCard tab={tab} profiles={shelf.profiles} />
      )}
      {(shelf.profiles.length > 0 || !card) && (
        <ProfileList
          profiles={shelf.profiles}
          instances={shelf.instances}
          onOpen={(id) => state.open(id)}
          onAdd={() => state.add()}
          autofocus={tab.card.value !== null && !card}
        />
      )}
    </div>
  );
}
