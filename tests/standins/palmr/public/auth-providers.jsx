/** The card of the sign-in providers. */
import { useState } from 'react';
import { AddForm } from './add-form.jsx';
import { say, words } from './page.js';
import { ProviderList } from './provider-list.jsx';
import { Checkbox, FoldingCard, Label } from './ui.jsx';
import { useProviders } from './use-providers.js';

export function AuthProviders() {
  const [isFolded, setFolded] = useState(true);
  const list = useProviders();
  return (
    <FoldingCard title={words.title} intro={words.intro} isFolded={isFolded} onFold={() => setFolded(!isFolded)}>
      {list.isLoading ? (
        <div className="flex items-center justify-center py-8">{words.loading}</div>
      ) : (
        <Providers list={list} />
      )}
    </FoldingCard>
  );
}

function Providers({ list }) {
  const { providers, isHiding, hide } = list;
  const shown = isHiding ? providers.filter(({ enabled }) => enabled) : providers;
  const counts = { count: providers.length, enabled: shown.length };
  return (
    <div className="space-y-4">
      <div className="flex justify-between items-center">
        <div className="text-sm text-muted-foreground">
          {say(isHiding ? words.enabledOf : words.configured, counts)}
        </div>
        <AddForm onAdd={list.add} isSaving={list.savingId === 'new'} />
      </div>
      {providers.length > 0 && (
        <div className="flex items-center space-x-2 py-2">
          <Checkbox id="hideDisabledProviders" checked={isHiding} onCheckedChange={hide} />
          <Label htmlFor="hideDisabledProviders" className="text-sm cursor-pointer">
            {words.hideDisabled}
          </Label>
        </div>
      )}
      <ProviderList list={list} shown={shown} />
    </div>
  );
}
