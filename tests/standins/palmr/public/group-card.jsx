/** One of the cards that hold other settings: a real form with names, kept by react-hook-form. */
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { send } from './api.js';
import { say, words } from './page.js';
import { standIn } from './stand-in.js';
import { toast } from './toasts.jsx';
import { Button, FoldingCard, Input, Label } from './ui.jsx';

export function GroupCard({ name, values }) {
  const [isFolded, setFolded] = useState(true);
  const { register, handleSubmit } = useForm({ defaultValues: { configs: values } });
  const submit = async ({ configs }) => {
    standIn.save += 1;
    await send('PATCH', '/api/app/configs', configs);
    toast(words.done);
  };
  const title = words.groups[name];
  return (
    <form onSubmit={handleSubmit(submit)}>
      <FoldingCard title={title} intro={words.help} isFolded={isFolded} onFold={() => setFolded(!isFolded)}>
        {Object.keys(values).map((key) => (
          <div key={key} className="space-y-2 mb-3">
            <Label htmlFor={key}>{key}</Label>
            <Input id={key} type={/secret|password/i.test(key) ? 'password' : 'text'} {...register(`configs.${key}`)} />
          </div>
        ))}
        <Button type="submit">{say(words.saveGroup, { name: title })}</Button>
      </FoldingCard>
    </form>
  );
}
