/** The whole of what will be made, with the few things that can be chosen; nothing is sent before its button is pressed. */

import type { PageProposal } from '@/messaging/create-protocol';
import { Button } from '../../components/Button';
import { Field } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { i18n } from '../../i18n';
import styles from '../Task.module.css';
import { CallbackRows } from './CallbackRows';
import { Choices } from './Choices';
import own from './Create.module.css';
import type { CreateState } from './create-state';
import { isImpossible, Lacks } from './Lacks';

interface Props {
  state: CreateState;
  proposal: PageProposal;
}

export function CreateForm({ state, proposal }: Props) {
  const typed = state.typed.value;
  if (!typed) return null;
  const { app, creation, choices, keepsSecret } = proposal;
  const scopes = choices.mappings.filter(({ pk }) => creation.mappings.includes(pk)).map(({ scope }) => scope);
  return (
    <form
      class={styles.part}
      data-section="create"
      onSubmit={(event) => {
        event.preventDefault();
        state.press();
      }}
    >
      <h1>{i18n.t('authentikCreate.title', [app.name])}</h1>
      <p class={styles.soft}>{i18n.t('authentikCreate.text', [app.name, app.host])}</p>
      <Field name="name" label={i18n.t('authentikCreate.name')}>
        {(attributes) => (
          <input
            {...attributes}
            value={typed.name}
            required
            maxLength={200}
            onInput={({ currentTarget }) => state.type({ name: currentTarget.value })}
          />
        )}
      </Field>
      <Field name="slug" label={i18n.t('authentikCreate.slug')} hint={i18n.t('authentikCreate.slugHint')}>
        {(attributes) => (
          <input
            {...attributes}
            value={typed.slug}
            required
            maxLength={50}
            pattern="[A-Za-z0-9_\-]+"
            spellcheck={false}
            onInput={({ currentTarget }) => state.type({ slug: currentTarget.value })}
          />
        )}
      </Field>
      <Choices state={state} choices={choices} typed={typed} />
      <table class={own.table}>
        <caption>{i18n.t('authentikCreate.rest')}</caption>
        <tbody>
          <Row name="clientType" label={i18n.t('authentikCreate.clientType')}>
            {i18n.t(`authentikCreate.${creation.clientType}`)}
          </Row>
          <Row name="credentials" label={i18n.t('authentikCreate.credentials')}>
            {i18n.t(keepsSecret ? 'authentikCreate.credentialsText' : 'authentikCreate.credentialsSession')}
          </Row>
          <Row name="subjectMode" label={i18n.t('authentikCreate.subjectMode')}>
            {subjectWords(creation.subjectMode)}
          </Row>
          <Row name="scopes" label={i18n.t('authentikCreate.scopes')}>
            {scopes.join(', ')}
          </Row>
          <Row name="redirectUris" label={i18n.t('authentikCreate.redirectUris')}>
            <CallbackRows callbacks={proposal.callbacks} />
          </Row>
        </tbody>
      </table>
      {isGuess(proposal) && (
        <Notice level="info" name="computed-only">
          <p>{i18n.t('authentikCreate.computedOnly', [app.name])}</p>
        </Notice>
      )}
      {proposal.leftOut.length > 0 && (
        <Notice level="warning" name="left-out" title={i18n.t('authentikCreate.leftOut')}>
          <CallbackRows callbacks={proposal.leftOut} />
        </Notice>
      )}
      <Lacks proposal={proposal} />
      {!isImpossible(proposal) && (
        <p class={styles.buttons}>
          <Button type="submit" rank="primary" action="create-client" busy={state.authentik.isBusy.value}>
            {i18n.t('authentikCreate.create')}
          </Button>
        </p>
      )}
      {isImpossible(proposal) && (
        <p class={styles.buttons}>
          <Button action="read-again" onPress={() => void state.propose()}>
            {i18n.t('authentikCreate.readAgain')}
          </Button>
        </p>
      )}
    </form>
  );
}

function Row({ name, label, children }: { name: string; label: string; children: preact.ComponentChildren }) {
  return (
    <tr data-key={name}>
      <th scope="row">{label}</th>
      <td>{children}</td>
    </tr>
  );
}

/** The page shows none of them. */
function isGuess({ callbacks }: PageProposal): boolean {
  return callbacks.length > 0 && callbacks.every(({ how }) => how === 'computed');
}

const subjects: Record<string, 'hashed' | 'userUsername' | 'userEmail' | 'userUuid' | 'userId'> = {
  hashed_user_id: 'hashed',
  user_username: 'userUsername',
  user_email: 'userEmail',
  user_uuid: 'userUuid',
  user_id: 'userId',
};

function subjectWords(mode: string): string {
  const key = subjects[mode];
  return key === undefined ? mode : i18n.t(`authentikCreate.${key}`);
}
