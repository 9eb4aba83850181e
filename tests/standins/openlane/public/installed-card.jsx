/** One connected instance: its name, its badges, its buttons. */
import { useState } from 'react';
import { countPress } from './api.js';
import { Badge, Button, Card } from './controls.jsx';
import { home } from './page.js';
import { useGo } from './router.jsx';
import { UpdateSheet } from './update-sheet.jsx';
import { useHealth } from './use-health.js';

/** On the list page (`isListed`) it leads to the definition instead of being changed in place. */
export function InstalledCard({ installation, provider, canManage, isListed = false, refresh }) {
  const { badge, isChecking, check } = useHealth(installation, refresh);
  const [isOpen, setOpen] = useState(false);
  const press = () => {
    countPress('healthCheck');
    check();
  };
  return (
    <>
      <Card className="p-6 gap-4 flex flex-col">
        <div className="flex justify-between items-center">
          <div className="font-medium flex items-center gap-3">{provider.displayName}</div>
          <Badges installation={installation} badge={badge} />
        </div>
        <Facts installation={installation} provider={provider} />
        <div className="flex flex-col gap-2">
          {isListed ? <ManageButton provider={provider} /> : null}
          <Button onClick={press} disabled={isChecking}>
            {isChecking ? 'Checking...' : 'Health Check'}
          </Button>
          {!isListed && canManage && provider.userInput ? (
            <Button onClick={() => setOpen(true)}>Configure</Button>
          ) : null}
          {canManage ? <Button onClick={() => countPress('disconnect')}>Disconnect</Button> : null}
        </div>
      </Card>
      {installation.credentials === undefined ? null : (
        <UpdateSheet
          open={isOpen}
          onOpenChange={setOpen}
          provider={provider}
          installation={installation}
          refresh={refresh}
        />
      )}
    </>
  );
}

function Badges({ installation, badge }) {
  return (
    <div className="flex items-center gap-2">
      {installation.primaryDirectory ? <Badge variant="blue">Primary Directory</Badge> : null}
      <Badge variant={badge.variant} title={badge.title}>
        {badge.label}
      </Badge>
    </div>
  );
}

function Facts({ installation, provider }) {
  const credential = provider.credentials.find(({ ref }) => ref === installation.credentialRef);
  return (
    <div className="flex items-center">
      <div className="flex flex-col">
        <span>CREDENTIAL</span>
        <span>{credential?.name ?? '—'}</span>
      </div>
      <div className="flex flex-col">
        <span>INSTALLED BY</span>
        <span>Jane Doe</span>
      </div>
    </div>
  );
}

function ManageButton({ provider }) {
  const go = useGo();
  return <Button onClick={() => go(`${home}/${provider.id}`)}>Manage Connections</Button>;
}
