/** The list of integrations: cards by section, three of each until "See all"; or the connected instances. */
import { useState } from 'react';
import { Badge, Button, Card, PageHeading, Tags } from './controls.jsx';
import { InstalledCard } from './installed-card.jsx';
import { home } from './page.js';
import { useGo } from './router.jsx';
import { Skeleton } from './skeleton.jsx';
import { useIntegrations } from './use-integrations.js';

const sections = [
  { title: 'Identity & Access', tag: 'directory' },
  { title: 'Notifications', tag: 'messaging' },
];
const cardsWhileFolded = 3;

export function ListPage() {
  const all = useIntegrations();
  const [filter, setFilter] = useState('All');
  if (all.isLoading) return <Skeleton />;
  return (
    <div>
      <PageHeading heading="Integrations" />
      <div className="flex gap-2">
        {['All', 'Installed'].map((name) => (
          <Button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
            {name}
          </Button>
        ))}
      </div>
      {filter === 'All'
        ? sections.map((section) => <Section key={section.tag} {...section} all={all} />)
        : all.installed.map((installation) => <Listed key={installation.id} installation={installation} all={all} />)}
    </div>
  );
}

function Listed({ installation, all }) {
  const provider = all.providers.find(({ id }) => id === installation.definitionId);
  if (provider === undefined) return null;
  return (
    <InstalledCard
      installation={installation}
      provider={provider}
      canManage={all.canManage}
      refresh={all.refresh}
      isListed
    />
  );
}

/** Connected ones first, those to come last; by name among equals. */
function Section({ title, tag, all }) {
  const [isOpen, setOpen] = useState(false);
  const countOf = ({ id }) => all.installed.filter(({ definitionId }) => definitionId === id).length;
  const rankOf = (provider) => (provider.active ? Number(countOf(provider) === 0) : 2);
  const cards = all.providers
    .filter(({ tags }) => tags.includes(tag))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.displayName.localeCompare(b.displayName));
  const hasMore = cards.length > cardsWhileFolded;
  return (
    <section>
      <div className="flex justify-between">
        <div className="flex gap-2">
          <h3>{title}</h3>
          <Badge variant="outline">{cards.length}</Badge>
        </div>
        {hasMore ? (
          <Button type="button" onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Show less' : 'See all'}
          </Button>
        ) : null}
      </div>
      <div className="grid gap-4">
        {cards.slice(0, isOpen ? undefined : cardsWhileFolded).map((provider) => (
          <ProviderCard key={provider.id} provider={provider} count={countOf(provider)} canManage={all.canManage} />
        ))}
      </div>
    </section>
  );
}

function ProviderCard({ provider, count, canManage }) {
  const go = useGo();
  const { id, displayName, description, tags, active } = provider;
  const action = canManage && count > 0 ? 'Manage' : 'View';
  return (
    <Card className="relative flex h-full flex-col" data-definition={id}>
      {active ? null : <Badge variant="outline">Coming Soon</Badge>}
      <div>
        <span>{displayName}</span>
        {count > 0 ? <Badge variant="outline">{`${count} ${count === 1 ? 'instance' : 'instances'}`}</Badge> : null}
        <Tags tags={tags} />
      </div>
      <p>{description}</p>
      <Button disabled={!active} onClick={() => go(`${home}/${id}`)}>
        {active ? action : 'Coming Soon'}
      </Button>
    </Card>
  );
}
