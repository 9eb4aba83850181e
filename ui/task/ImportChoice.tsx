/** Every client of an authentik with what would become of it, and a tick for each that may be taken. */
import { useComputed } from '@preact/signals';
import type { ClientPreview, PreviewClient } from '@/messaging/client-import-protocol';
import { Button } from '../components/Button';
import { Notice } from '../components/Notice';
import { SearchField } from '../components/SearchField';
import { i18n } from '../i18n';
import { FieldChanges } from '../transfer/FieldChanges';
import { clientReason, clientState } from '../words/client-words';
import { ClientGroup, ClientText, ClientTick } from './ClientRow';
import type { ClientImportState } from './client-import-state';
import styles from './ImportTask.module.css';

export function ImportChoice({ state, preview }: { state: ClientImportState; preview: ClientPreview }) {
  const { clients, gone } = preview;
  const shown = useComputed(() => ordered(state, clients).filter((client) => matches(client, state.wanted.value)));
  return (
    <>
      <p role="status">{i18n.t('authentikImport.found', clients.length)}</p>
      <Remarks state={state} preview={preview} />
      {clients.length > 0 && (
        <SearchField label={i18n.t('authentikImport.search')} onSearch={(wanted) => (state.wanted.value = wanted)} />
      )}
      <p class={styles.none} role="status">
        {clients.length > 0 && shown.value.length === 0 && i18n.t('authentikImport.noMatch', [state.wanted.value])}
      </p>
      <NewClients state={state} clients={shown.value} />
      <ChangedClients state={state} clients={shown.value} />
      <ClientGroup
        name="gone"
        title={i18n.t('authentikImport.gone')}
        text={i18n.t('authentikImport.goneText')}
        count={gone.length}
      >
        {gone.map(({ id, name }) => (
          <li key={id} class={styles.row} data-profile-id={id}>
            <span class={styles.name}>{name}</span>
          </li>
        ))}
      </ClientGroup>
      <Rest state={state} clients={shown.value} />
      <Actions state={state} preview={preview} />
    </>
  );
}

function Remarks({ state, preview: { clients, isWhole } }: { state: ClientImportState; preview: ClientPreview }) {
  const { desk } = state.authentik;
  const lacksSecrets = clients.some(({ profile }) => profile.state === 'new' && !profile.hasSecret);
  return (
    <>
      {state.isAnew.value && (
        <Notice level="warning" urgent name="list-anew">
          <p>{i18n.t('authentikImport.anew')}</p>
        </Notice>
      )}
      {!desk.keepsSecrets.value && (
        <Notice level="warning" name="secrets-not-kept">
          <p>{i18n.t('authentikImport.secretsNotKept')}</p>
        </Notice>
      )}
      {desk.keepsSecrets.value && lacksSecrets && (
        <Notice level="info" name="lacks-secrets">
          <p>{i18n.t('authentikImport.lacksSecrets')}</p>
        </Notice>
      )}
      {!isWhole && (
        <Notice level="info" name="not-whole">
          <p>{i18n.t('authentikImport.notWhole')}</p>
        </Notice>
      )}
    </>
  );
}

function NewClients({ state, clients }: { state: ClientImportState; clients: readonly PreviewClient[] }) {
  const fresh = clients.filter(({ profile }) => profile.state === 'new');
  const pks = fresh.map(({ pk }) => pk);
  const isAll = pks.every((pk) => state.take.value.has(pk));
  return (
    <ClientGroup name="new" title={i18n.t('authentikImport.fresh')} count={fresh.length}>
      <li class={styles.row}>
        <ClientTick name="all" isTicked={isAll} onTick={(isTicked) => state.tickNew(pks, isTicked)}>
          <span class={styles.name}>{i18n.t('authentikImport.all', [pks.length])}</span>
        </ClientTick>
      </li>
      {fresh.map((client) => (
        <li key={client.pk} class={styles.row} data-entry={client.pk} data-state="new">
          <ClientTick
            name="take"
            isTicked={state.take.value.has(client.pk)}
            onTick={(isTicked) => state.tickNew([client.pk], isTicked)}
          >
            <ClientText client={client} isOpen={state.isOpen(client)} about={clientState(client.profile)} />
          </ClientTick>
        </li>
      ))}
    </ClientGroup>
  );
}

function ChangedClients({ state, clients }: { state: ClientImportState; clients: readonly PreviewClient[] }) {
  const changed = clients.flatMap((client) => {
    const { profile } = client;
    return profile.state === 'changed' ? [{ client, profile }] : [];
  });
  return (
    <ClientGroup
      name="changed"
      title={i18n.t('authentikImport.changed')}
      text={i18n.t('authentikImport.changedText')}
      count={changed.length}
    >
      {changed.map(({ client, profile: { here, changes } }) => (
        <li key={client.pk} class={styles.row} data-entry={client.pk} data-state="changed">
          <ClientTick
            name="replace"
            isTicked={state.replace.value.has(here.id)}
            onTick={(isTicked) => state.tickChanged(here.id, isTicked)}
          >
            <ClientText client={client} isOpen={state.isOpen(client)} about="" />
          </ClientTick>
          <FieldChanges changes={changes} />
        </li>
      ))}
    </ClientGroup>
  );
}

function Rest({ state, clients }: { state: ClientImportState; clients: readonly PreviewClient[] }) {
  const same = clients.filter(({ profile }) => profile.state === 'same');
  const left = clients.filter(({ profile }) => profile.state === 'left-out');
  return (
    <>
      <ClientGroup name="left-out" title={i18n.t('authentikImport.leftOut')} count={left.length}>
        {left.map((client) => (
          <li key={client.pk} class={styles.row} data-entry={client.pk} data-state="left-out">
            <ClientText client={client} isOpen={state.isOpen(client)} about={clientReason(client.profile)} />
          </li>
        ))}
      </ClientGroup>
      <ClientGroup name="same" title={i18n.t('authentikImport.same')} count={same.length}>
        {same.map((client) => (
          <li key={client.pk} class={styles.row} data-entry={client.pk} data-state="same">
            <ClientText client={client} isOpen={state.isOpen(client)} about="" />
          </li>
        ))}
      </ClientGroup>
    </>
  );
}

function Actions({ state, preview: { clients } }: { state: ClientImportState; preview: ClientPreview }) {
  const count = state.ticked.value;
  const canTick = clients.some(({ profile: { state: is } }) => is === 'new' || is === 'changed');
  return (
    <div class={styles.actions}>
      <p aria-live="polite">
        {count > 0
          ? i18n.t('authentikImport.ticked', count)
          : i18n.t(canTick ? 'authentikImport.tickFirst' : 'authentikImport.nothing')}
      </p>
      {count > 0 && (
        <Button rank="primary" action="import-clients" busy={state.isBusy.value} onPress={() => void state.apply()}>
          {i18n.t('authentikImport.apply')}
        </Button>
      )}
      <Button action="read-again" onPress={() => void state.read()}>
        {i18n.t('authentikImport.readAgain')}
      </Button>
    </div>
  );
}

/** What authentik's own page showed comes first. */
function ordered(state: ClientImportState, clients: readonly PreviewClient[]): PreviewClient[] {
  return clients.toSorted((one, other) => Number(state.isOpen(other)) - Number(state.isOpen(one)));
}

function matches({ provider, clientId, redirectUris, profile }: PreviewClient, wanted: string): boolean {
  const here = 'here' in profile ? profile.here.name : '';
  const urls = redirectUris.map(({ url }) => url);
  const text = [provider, clientId, profile.name, profile.slug, here, ...urls].join('\n').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
