/** The credential cards: a click anywhere on a card's head folds it, and folded its fields do not exist. */
import { useEffect, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { countPress } from './api.js';
import { Button, Card } from './controls.jsx';
import { credentialsPrefix } from './schema.js';
import { Sections } from './schema-form.jsx';
import { SetupGuide } from './setup-guide.jsx';
import { SetupWizard } from './setup-wizard.jsx';

export function ConnectionSection({ provider, installedCount, form, sections, selected, onSelect, onSubmit }) {
  const [isWizardOpen, setWizardOpen] = useState(false);
  useEffect(() => {
    if (selected === -1) setWizardOpen(false);
  }, [selected]);
  if (provider.credentials.length === 0) return null;
  const submit = form.handleSubmit(onSubmit);
  const startWizard = (index) => {
    onSelect(index);
    setWizardOpen(true);
  };
  const onFormSubmit = (event) => {
    countPress('submit');
    return submit(event);
  };
  return (
    <section className="mb-8">
      <h3 className="uppercase">{installedCount > 0 ? 'Add New Connection' : 'Connect'}</h3>
      <p>Choose one of the available authentication methods to setup the integration</p>
      <FormProvider {...form}>
        <form onSubmit={onFormSubmit}>
          {provider.credentials.map((credential, index) => (
            <CredentialCard
              key={credential.ref}
              credential={credential}
              provider={provider}
              sections={sections}
              isSelected={index === selected}
              isSubmitting={form.formState.isSubmitting}
              onSelect={(isOpen) => onSelect(isOpen ? index : -1)}
              onStartWizard={() => startWizard(index)}
            />
          ))}
        </form>
        <SetupWizard
          open={isWizardOpen}
          onOpenChange={setWizardOpen}
          provider={provider}
          credential={provider.credentials[selected]}
          sections={sections}
          form={form}
          onSubmit={submit}
        />
      </FormProvider>
    </section>
  );
}

function CredentialCard({ credential, isSelected, onSelect, onStartWizard, ...more }) {
  return (
    <Card className="p-4 cursor-pointer" onClick={() => onSelect(!isSelected)}>
      <div className="flex items-center justify-between gap-2">
        <div className="flex items-center gap-2">
          <span className="text-sm font-medium">{credential.name}</span>
        </div>
        <SetupGuide
          provider={more.provider}
          credential={credential}
          onOpen={() => onSelect(true)}
          onStartWizard={onStartWizard}
        />
      </div>
      <p className="text-xs">{credential.description}</p>
      {isSelected ? <CardBody {...more} /> : null}
    </Card>
  );
}

/** Clicks in here stay in here. */
function CardBody({ provider, sections, isSubmitting }) {
  const ofCredentials = sections.filter(({ prefix }) => prefix === credentialsPrefix);
  const others = sections.filter(({ prefix }) => prefix !== credentialsPrefix);
  const inside = { className: 'mt-4 pt-3 border-t flex', onClick: (event) => event.stopPropagation() };
  return (
    <div {...inside}>
      <div className="flex-1">
        <h4>CREDENTIALS</h4>
        <Sections sections={ofCredentials} />
        <Button type="submit" disabled={isSubmitting || !provider.active} onClick={() => countPress('save')}>
          {isSubmitting ? 'Saving...' : 'Save & Connect'}
        </Button>
      </div>
      {others.length > 0 ? (
        <div className="flex-1">
          <h4>CONFIGURATION</h4>
          <Sections sections={others} />
        </div>
      ) : null}
    </div>
  );
}
