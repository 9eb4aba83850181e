/** One provider's page: heading, connected instances, and the way to connect another one. */
import { useEffect, useMemo, useState } from 'react';
import { ConnectionSection } from './connection-section.jsx';
import { Badge, Button, Callout, Card, PageHeading, Tags } from './controls.jsx';
import { InstalledCard } from './installed-card.jsx';
import { home, options } from './page.js';
import { PrimaryPrompt } from './primary-prompt.jsx';
import { useGo } from './router.jsx';
import { sectionsOf } from './schema.js';
import { useSchemaForm } from './schema-form.jsx';
import { Skeleton } from './skeleton.jsx';
import { useConnect } from './use-connect.js';
import { useIntegrations } from './use-integrations.js';

export function DefinitionPage({ definitionId }) {
  const { isLoading, providers, installed, canManage, refresh } = useIntegrations();
  if (isLoading) return <Skeleton />;
  const provider = providers.find(({ id }) => id === definitionId);
  if (provider === undefined) return <NotFound />;
  const own = installed.filter((installation) => installation.definitionId === provider.id);
  return <Definition provider={provider} own={own} canManage={canManage} refresh={refresh} />;
}

/** The credential card is open only where there is one and nothing is connected; a folded one keeps what was typed. */
function Definition({ provider, own, canManage, refresh }) {
  const [selected, setSelected] = useState(-1);
  const [asked, setAsked] = useState(-1);
  const [promptFor, setPromptFor] = useState(null);
  const isAlone = provider.credentials.length === 1 && own.length === 0;
  useEffect(() => {
    if (!isAlone) return;
    setSelected(0);
    setAsked(0);
  }, [isAlone]);
  const select = (index) => {
    setSelected(index);
    if (index >= 0) setAsked(index);
  };
  const credential = provider.credentials[asked];
  const sections = useMemo(
    () =>
      sectionsOf({
        credentials: credential?.schema,
        userInput: provider.userInput,
        operations: provider.operations,
      }),
    [credential, provider],
  );
  const { form, start } = useSchemaForm('page', sections);
  const connect = useConnect({ provider, credential, sections, start, reset: form.reset, refresh }, (integrationId) => {
    setSelected(-1);
    setPromptFor(integrationId);
  });
  const fresh = own.find(({ id, primaryDirectory }) => id === promptFor && !primaryDirectory);
  return (
    <div>
      <Head provider={provider} />
      {own.length > 0 ? <Instances own={own} provider={provider} canManage={canManage} refresh={refresh} /> : null}
      {canManage ? (
        <ConnectionSection
          provider={provider}
          installedCount={own.length}
          form={form}
          sections={sections}
          selected={selected}
          onSelect={select}
          onSubmit={connect}
        />
      ) : (
        <Callout title="You do not have permission to install this integration">
          Reach out to an organization admin to install this integration on your behalf.
        </Callout>
      )}
      {options.prompt === 'on' && fresh ? (
        <PrimaryPrompt provider={provider} installation={fresh} onDone={() => setPromptFor(null)} refresh={refresh} />
      ) : null}
    </div>
  );
}

function Head({ provider }) {
  const go = useGo();
  return (
    <>
      <button type="button" onClick={() => go(home)}>
        Integrations
      </button>
      <Card className="mb-8 p-6">
        <p className="uppercase">identity</p>
        <div className="flex items-center gap-3">
          <PageHeading heading={provider.displayName} />
        </div>
        <p>{provider.description}</p>
        <Tags tags={provider.tags} />
      </Card>
    </>
  );
}

function Instances({ own, provider, canManage, refresh }) {
  return (
    <section className="mb-8">
      <div className="flex gap-2">
        <h3 className="uppercase">Installed Instances</h3>
        <Badge variant="outline">{own.length}</Badge>
      </div>
      <div className="grid gap-4">
        {own.map((installation) => (
          <InstalledCard
            key={installation.id}
            installation={installation}
            provider={provider}
            canManage={canManage}
            refresh={refresh}
          />
        ))}
      </div>
    </section>
  );
}

function NotFound() {
  const go = useGo();
  return (
    <div>
      <p>Integration not found.</p>
      <Button onClick={() => go(home)}>Back to Integrations</Button>
    </div>
  );
}
