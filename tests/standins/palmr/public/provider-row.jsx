/** One provider: its header with switch, pen and, where it was added by hand, bin; and below it the open form. */
import { DeleteDialog } from './delete-dialog.jsx';
import { EditForm } from './edit-form.jsx';
import { Icon } from './icons.jsx';
import { options, words } from './page.js';
import { Button, Switch } from './ui.jsx';

export function ProviderRow({ provider, list, handle }) {
  const { id, displayName } = provider;
  const isSaving = list.savingId === id;
  return (
    <div className="border rounded-lg ">
      <div className="flex items-center justify-between p-3">
        <div className="flex items-center gap-3">
          {handle && (
            <div {...handle} className="cursor-grab text-muted-foreground" title={words.drag}>
              <Icon name="grip-vertical" className="h-4 w-4" />
            </div>
          )}
          <span className="text-lg">
            <Icon name="icons" />
          </span>
          <Names provider={provider} />
        </div>
        <div className="flex items-center gap-1">
          <Switch
            checked={provider.enabled}
            onCheckedChange={(enabled) => list.update(id, { enabled })}
            disabled={isSaving}
          />
          <Button variant="ghost" size="sm" onClick={() => list.toggle(id)} disabled={isSaving} title={words.edit}>
            <Icon name="edit" className="h-3 w-3" />
          </Button>
          {!provider.isOfficial && <DeleteDialog displayName={displayName} onDelete={() => list.remove(id)} />}
        </div>
      </div>
      {list.openId === id && (
        <div className="border-t border-border p-4 space-y-4 bg-muted/50">
          <div className="flex items-center justify-between">
            <h3 className="font-medium text-foreground">
              {options.version === '3.1.0' ? `Editar Provider: ${displayName}` : displayName}
            </h3>
          </div>
          <EditForm key={id} provider={provider} list={list} isSaving={isSaving} />
        </div>
      )}
    </div>
  );
}

/** The line below the name is several text nodes in one element, with the translated part in a span of its own. */
function Names({ provider }) {
  const { enabled, displayName, type, name, isOfficial } = provider;
  return (
    <div>
      <div className="flex items-center gap-2">
        <div
          className={`w-2 h-2 rounded-full ${enabled ? 'bg-green-500' : 'bg-gray-400'}`}
          title={enabled ? words.enabled : words.disabled}
        />
        <span className="font-medium text-sm">{displayName}</span>
      </div>
      <div className="text-xs text-muted-foreground">
        {type.toUpperCase()} • {name}
        {isOfficial && <span className="text-blue-600"> • {words.official}</span>}
      </div>
    </div>
  );
}
