/** "Configure" of an instance: a sheet with two tabs, each a form of its own; only the open one is in the page. */
import { useEffect, useMemo, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { countPress, saveConfiguration } from './api.js';
import { Button, Callout } from './controls.jsx';
import { Sheet } from './dialogs.jsx';
import { payloadOf, sectionsOf } from './schema.js';
import { Sections, useSchemaForm } from './schema-form.jsx';
import { useNotify } from './toasts.jsx';

const texts = {
  credentials: { press: 'saveCredentials', button: 'Save Credentials', saved: 'credentials updated' },
  settings: { press: 'saveSettings', button: 'Save Settings', saved: 'settings updated' },
};

export function UpdateSheet({ open, onOpenChange, provider, installation, refresh }) {
  const [tab, setTab] = useState('credentials');
  const close = () => onOpenChange(false);
  const tabs = { provider, installation, refresh, onClose: close };
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={`Update ${provider.displayName}`}
      description="Update the credentials and installation settings for this integration."
    >
      <div role="tablist">
        <Tab name="credentials" tab={tab} onOpen={setTab}>
          Credentials
        </Tab>
        <Tab name="settings" tab={tab} onOpen={setTab}>
          Settings
        </Tab>
      </div>
      {tab === 'credentials' ? <Credentials {...tabs} /> : <Settings {...tabs} />}
    </Sheet>
  );
}

function Tab({ name, tab, onOpen, children }) {
  const isOpen = name === tab;
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isOpen}
      data-state={isOpen ? 'active' : 'inactive'}
      onClick={() => onOpen(name)}
    >
      {children}
    </button>
  );
}

/** The base URL is filled in, the token is not: it has to be entered again. */
function Credentials({ installation, ...more }) {
  const sections = useMemo(() => sectionsOf({ credentials: installation.credentials }), [installation.credentials]);
  return (
    <Form place="credentials" sections={sections} installation={installation} {...more}>
      <Callout title="Updating Credentials">Secrets are not loaded and have to be entered again.</Callout>
    </Form>
  );
}

function Settings({ installation, ...more }) {
  const sections = useMemo(() => sectionsOf({ userInput: installation.config }), [installation.config]);
  return <Form place="settings" sections={sections} installation={installation} {...more} />;
}

function Form({ place, sections, provider, installation, refresh, onClose, children }) {
  const notify = useNotify();
  const { form, start } = useSchemaForm(place, sections);
  const { reset } = form;
  const { isSubmitting } = form.formState;
  useEffect(() => reset(start), [reset, start]);
  const save = async (values) => {
    const { body, userInput, missing } = payloadOf(sections, values);
    if (missing.length > 0) return notify('error', `Missing required fields`, missing.join(', '));
    const { id: installationId, credentialRef } = installation;
    try {
      await saveConfiguration({ definitionId: provider.id, installationId, credentialRef, body, userInput });
      await refresh();
      notify('success', `${provider.displayName} ${texts[place].saved}`, 'They were updated successfully.');
      onClose();
    } catch (error) {
      notify('error', `Failed to update ${provider.displayName}`, error.message);
    }
  };
  const submit = (event) => {
    countPress('submit');
    return form.handleSubmit(save)(event);
  };
  return (
    <FormProvider {...form}>
      <form onSubmit={submit}>
        {children}
        <Sections sections={sections} />
        <Button type="button" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={isSubmitting} onClick={() => countPress(texts[place].press)}>
          {isSubmitting ? 'Saving...' : texts[place].button}
        </Button>
      </form>
    </FormProvider>
  );
}
