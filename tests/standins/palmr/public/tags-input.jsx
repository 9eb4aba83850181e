/** A box of tags with a text box of its own inside; it carries the same `data-slot` as a plain input. */
import { useState } from 'react';
import { Help } from './field.jsx';
import { Icon } from './icons.jsx';
import { words } from './page.js';
import { Badge, Label } from './ui.jsx';

export function TagsField({ label, tags, onTags }) {
  return (
    <div>
      <Label className="mb-2 block">{label}</Label>
      <TagsInput tags={tags} onTags={onTags} />
      <Help />
    </div>
  );
}

function TagsInput({ tags, onTags }) {
  const [text, setText] = useState('');
  const add = () => {
    const tag = text.trim();
    if (tag === '' || tags.includes(tag)) return;
    onTags([...tags, tag]);
    setText('');
  };
  const press = (event) => {
    const removesLast = event.key === 'Backspace' && text === '' && tags.length > 0;
    if (['Enter', ' ', ','].includes(event.key)) add();
    else if (removesLast) onTags(tags.slice(0, -1));
    else return;
    event.preventDefault();
  };
  return (
    <div data-slot="input" className="border-input flex flex-wrap w-full gap-1 rounded-md border min-h-9 h-auto py-1">
      {[...tags.entries()].map(([place, tag]) => (
        <Tag key={place} tag={tag} onRemove={() => onTags(tags.filter((_tag, other) => other !== place))} />
      ))}
      <input
        type="text"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
        onBlur={add}
        placeholder={tags.length === 0 ? words.help : ''}
        className="flex-1 min-w-[80px] border-0 p-0 text-sm"
      />
    </div>
  );
}

function Tag({ tag, onRemove }) {
  return (
    <Badge className="flex gap-1 pl-2 pr-1 h-6 text-xs">
      <span>{tag}</span>
      <button type="button" onClick={onRemove} className="ml-1 rounded-sm flex items-center">
        <Icon name="x" className="h-2.5 w-2.5" />
      </button>
    </Badge>
  );
}
