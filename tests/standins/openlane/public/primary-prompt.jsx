/** After a first connection: the offer to make this directory the primary one, which replaces another. */
import { countPress, saveConfiguration } from './api.js';
import { Button } from './controls.jsx';
import { Modal } from './dialogs.jsx';
import { payloadOf, sectionsOf, startValues } from './schema.js';

export function PrimaryPrompt({ provider, installation, onDone, refresh }) {
  const confirm = async () => {
    countPress('primary');
    const { id: installationId, credentialRef } = installation;
    const sections = sectionsOf({ userInput: installation.config });
    const userInput = { ...payloadOf(sections, startValues(sections)).userInput, primaryDirectory: true };
    await saveConfiguration({ definitionId: provider.id, installationId, credentialRef, body: {}, userInput });
    await refresh();
    onDone();
  };
  return (
    <Modal
      open
      onOpenChange={onDone}
      title="Make this your primary directory?"
      description="Openlane uses a primary directory as the source of truth for personnel identity and status."
    >
      <p>Only one directory can be primary.</p>
      <Button type="button" onClick={onDone}>
        Not now
      </Button>
      <Button type="button" onClick={confirm}>
        Set as primary directory
      </Button>
    </Modal>
  );
}
