/** The card for a recognised page: which app, which profile, what would change, and the one button to go on. */
import { useMemo } from 'preact/hooks';
import type { Candidate } from '@/messaging/tab-card';
import type { ProfileSummary } from '@/profiles/schema';
import { Button } from '../components/Button';
import { i18n } from '../i18n';
import { openTask } from '../task/task';
import { BoundState } from './BoundState';
import { CandidateWarnings } from './CandidateWarnings';
import styles from './Card.module.css';
import { CardHead } from './CardHead';
import { ChangeList } from './ChangeList';
import { CreateInAuthentik, isCreatable } from './CreateInAuthentik';
import { CreateTokenOffer } from './CreateTokenOffer';
import type { CardState, RecognisedCard } from './card-state';
import { HttpNotice, isStoppedByHttp } from './HttpNotice';
import { LookAlikeStop } from './LookAlikeStop';
import { PageCallbacks } from './PageCallbacks';
import { PageNotices } from './PageNotices';
import { ProfileSelect } from './ProfileSelect';
import type { PopupState } from './popup-state';
import { RefusedPress } from './RefusedPress';

interface Props {
  state: PopupState;
  card: RecognisedCard;
  profiles: ProfileSummary[];
}

export function SiteCard({ state, card, profiles }: Props) {
  return (
    <section class={styles.card} data-card="recognised" data-app={card.app}>
      <CardHead appName={card.appName} host={card.host}>
        {card.tried === 'not tried on the live page' && (
          <p class={styles.tag} title={i18n.t('card.notTriedHint')} data-tried="no">
            {i18n.t('card.notTried')}
          </p>
        )}
      </CardHead>
      <RefusedPress card={card} />
      <PageNotices ids={card.notices} />
      <HttpNotice card={card} tab={state.tab} />
      <CreateTokenOffer state={state} card={card} profiles={profiles} />
      {card.candidates.length === 0 ? (
        <NoProfile state={state} card={card} isOfOtherKind={profiles.length > 0} />
      ) : (
        <Choice tab={state.tab} card={card} profiles={profiles} />
      )}
      <PageCallbacks callbacks={card.callbacks} onRegister={card.binding && (() => register(state.tab))} />
    </section>
  );
}

interface NoProfileProps {
  state: PopupState;
  card: RecognisedCard;
  isOfOtherKind: boolean;
}

/** None at all, or none of the kind that this form takes. */
function NoProfile({ state, card, isOfOtherKind }: NoProfileProps) {
  const canCreate = isCreatable(card);
  const isFirst = !canCreate && card.needs !== 'api-token';
  return (
    <>
      <p class={styles.soft}>{i18n.t(isOfOtherKind ? 'card.noFittingProfile' : 'card.noProfile')}</p>
      {canCreate && <CreateInAuthentik tab={state.tab} isFirst />}
      <Button
        rank={isFirst ? 'primary' : 'plain'}
        wide
        icon="plus"
        action="add-profile"
        onPress={() => void state.add()}
        autofocus={isFirst}
      >
        {i18n.t('profiles.add')}
      </Button>
    </>
  );
}

interface ChoiceProps {
  tab: CardState;
  card: RecognisedCard;
  profiles: ProfileSummary[];
}

/** The profile, then what it means here; a form, so that Enter in the host's field goes on. */
function Choice({ tab, card, profiles }: ChoiceProps) {
  const offered = useMemo(() => inOrderOf(card, profiles), [card, profiles]);
  const chosen = tab.chosen.value;
  const isBound = chosen !== undefined && card.binding?.profileId === chosen.profileId;
  return (
    <form
      class={styles.choice}
      onSubmit={(event) => {
        event.preventDefault();
        tab.bind(String(new FormData(event.currentTarget).get('typedHost') ?? ''));
        if (tab.isWrongHost.value) event.currentTarget.querySelector<HTMLElement>('[name="typedHost"]')?.focus();
      }}
    >
      <ProfileSelect
        name="profile"
        profiles={offered}
        value={chosen?.profileId ?? ''}
        hint={isBound ? undefined : suggestionWords(card, chosen?.profileId)}
        onPick={(id) => tab.pick(id)}
        autofocus={isBound}
      />
      {isBound && <Bound tab={tab} card={card} chosen={chosen} profiles={profiles} />}
      {!isBound && chosen && <Offer tab={tab} card={card} chosen={chosen} profiles={profiles} />}
      {!isBound && isCreatable(card) && <CreateInAuthentik tab={tab} />}
    </form>
  );
}

type ChosenProps = ChoiceProps & { chosen: Candidate };

function Bound({ tab, card, chosen, profiles }: ChosenProps) {
  return (
    <>
      <BoundState tab={tab} card={card} profile={profiles.find(({ id }) => id === chosen.profileId)} />
      <ChangeList key="folded" candidate={chosen} method={card.method} isFolded />
    </>
  );
}

/** A profile that is not in use here yet: what speaks against it, what it would change, and the button. */
function Offer({ tab, card, chosen, profiles }: ChosenProps) {
  const isStopped = isStoppedByHttp(card);
  const otherHosts = isStopped ? undefined : chosen.knownHosts;
  const isFolded = isStopped || otherHosts !== undefined;
  const isToken = profiles.find(({ id }) => id === chosen.profileId)?.kind === 'api-token';
  return (
    <>
      {otherHosts && <LookAlikeStop tab={tab} card={card} hosts={otherHosts} isToken={isToken} />}
      <CandidateWarnings candidate={chosen} card={card} profiles={profiles} />
      <ChangeList key={`${chosen.profileId}-${isFolded}`} candidate={chosen} method={card.method} isFolded={isFolded} />
      {!isStopped && (
        <div class={styles.go}>
          <Button
            type="submit"
            rank="primary"
            wide
            action="bind"
            busy={tab.isBusy.value}
            autofocus={otherHosts === undefined}
          >
            {i18n.t('card.bind')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The candidates in their order, by the names the shelf has for them. */
function inOrderOf(card: RecognisedCard, profiles: ProfileSummary[]): ProfileSummary[] {
  return card.candidates.flatMap(({ profileId }) => profiles.find((profile) => profile.id === profileId) ?? []);
}

function suggestionWords(card: RecognisedCard, chosenId: string | undefined): string | undefined {
  if (card.suggestion === undefined || card.suggestion.profileId !== chosenId) return undefined;
  const words = {
    bound: undefined,
    'client-id': i18n.t('card.whyClientId'),
    callback: i18n.t('card.whyCallback'),
    name: i18n.t('card.whyName'),
  };
  return words[card.suggestion.why];
}

/** In a tab of its own, with the callback in sight. */
function register({ tabId }: CardState): void {
  void openTask({ check: String(tabId.value), at: 'callback' });
}
