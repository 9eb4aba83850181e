/** The guide beside a credential card: a sheet from which the wizard starts. */
import { useState } from 'react';
import { Button } from './controls.jsx';
import { Sheet } from './dialogs.jsx';

export function SetupGuide({ provider, credential, onOpen, onStartWizard }) {
  const [isOpen, setOpen] = useState(false);
  const open = (event) => {
    event.stopPropagation();
    onOpen();
    setOpen(true);
  };
  const start = () => {
    setOpen(false);
    // In the same turn the wizard would be closed again by the press that closes this sheet.
    setTimeout(onStartWizard, 0);
  };
  return (
    <>
      <Button type="button" onClick={open}>
        Setup Guide
      </Button>
      <Sheet
        open={isOpen}
        onOpenChange={setOpen}
        title={`Set up ${provider.displayName}`}
        description={credential.name}
      >
        <p>Ready to enter your values? We can walk you through each field.</p>
        <Button type="button" onClick={start}>
          Start setup wizard
        </Button>
        <ol>
          <li>Create a service account and an API token of its own.</li>
          <li>Enter the base URL and the token here.</li>
        </ol>
      </Sheet>
    </>
  );
}
