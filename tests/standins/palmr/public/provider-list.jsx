/** The rows: to be dragged while all are shown, a plain list without any drag attribute while some are hidden. */
import { words } from './page.js';
import { ProviderRow } from './provider-row.jsx';

const context = { droppable: { 'data-rfd-droppable-context-id': '«r1»' }, 'data-rfd-drag-handle-context-id': '«r1»' };

/** A drag from the handle to wherever the mouse is let go; the order is saved at once. */
function dragFrom(list, shown, id) {
  const drop = ({ clientX, clientY }) => {
    const row = document.elementFromPoint(clientX, clientY)?.closest('[data-rfd-draggable-id]');
    const place = shown.findIndex((provider) => provider.id === row?.getAttribute('data-rfd-draggable-id'));
    if (place >= 0 && shown[place].id !== id) list.move(id, place);
  };
  document.addEventListener('mouseup', drop, { once: true });
}

function handleOf(list, shown, id) {
  return {
    role: 'button',
    tabIndex: 0,
    draggable: false,
    'data-rfd-drag-handle-draggable-id': id,
    'data-rfd-drag-handle-context-id': context['data-rfd-drag-handle-context-id'],
    onMouseDown: () => dragFrom(list, shown, id),
  };
}

export function ProviderList({ list, shown }) {
  if (shown.length === 0) return <div className="text-center py-8 text-muted-foreground">{words.none}</div>;
  const rows = list.isHiding
    ? shown.map((provider) => <ProviderRow key={provider.id} provider={provider} list={list} handle={null} />)
    : shown.map((provider) => (
        <div
          key={provider.id}
          data-rfd-draggable-context-id="«r1»"
          data-rfd-draggable-id={provider.id}
          className="transition-all "
        >
          <ProviderRow provider={provider} list={list} handle={handleOf(list, shown, provider.id)} />
        </div>
      ));
  const drop = list.isHiding ? {} : { 'data-rfd-droppable-id': 'providers', ...context.droppable };
  return (
    <div className="space-y-2">
      <p className="text-sm text-muted-foreground">{words.help}</p>
      <div className="space-y-2" {...drop}>
        {rows}
      </div>
    </div>
  );
}
