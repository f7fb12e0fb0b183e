import type { FinishTask } from '@stipple/contracts';
import { Command } from '@stipple/database';
import { taskLifecycle } from '@stipple/domain';
import { TaskEntity, withSubject } from '@stipple/moves';

export function finishTask(command: Command, id: string, { version }: FinishTask): Promise<void> {
  return withSubject(command, taskLifecycle, id, async (hand, task) => {
    await hand.advance(taskLifecycle, TaskEntity, task, 'finish', { to: 'done', version });
  });
}
