/** Grey bars, until the three requests are answered. */
import { Card } from './controls.jsx';

export function Skeleton() {
  return (
    <div data-skeleton>
      <Card className="p-6">
        <div className="animate-pulse" />
        <div className="animate-pulse" />
      </Card>
      <Card className="p-6">
        <div className="animate-pulse" />
      </Card>
    </div>
  );
}
