/** The task of this page, and what it needs: the vault, and an authentik. */
import type { VaultStatus } from '@/messaging/protocol';
import { Desk } from '../desk';
import { AuthentikState } from './authentik-state';
import { type Task, taskIn } from './task';

export class TaskState {
  readonly desk = new Desk();
  readonly authentik = new AuthentikState(this.desk);
  readonly task: Task;

  constructor(hash: string) {
    this.task = taskIn(hash);
  }

  async start(): Promise<void> {
    await this.desk.start();
    await this.begin();
  }

  async unlocked(state: VaultStatus['state']): Promise<void> {
    await this.desk.enter(state);
    await this.begin();
  }

  private async begin(): Promise<void> {
    if (!this.desk.isOpen.value) return;
    const { task, authentik } = this;
    // Check finds its authentik by the site's profile.
    if (task.name === 'unknown' || task.name === 'check') return;
    if (task.name === 'connect' && task.byToken) authentik.baseUrl.value = task.baseUrl ?? null;
    else await authentik.start('baseUrl' in task ? task.baseUrl : undefined);
  }
}
