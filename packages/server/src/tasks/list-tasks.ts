import { may } from "#access";
import { read } from "#use-case";
import { type TaskSource, taskSources } from "./task-source.ts";

export type Task = Pick<TaskSource, "code" | "target"> & {
  readonly count: number;
  /** The first thing in which it waits; a caller knows its address. */
  readonly where?: string;
};

/** What waits for this actor, most urgent first; nothing with a count of 0. Counts of what the actor's own login sees. */
export const listTasks = read(
  { purpose: "task-list", permission: "task.list", isKept: true },
  async (step): Promise<readonly Task[]> => {
    const sources = taskSources
      .all(step.app.features)
      .filter(({ permission }) => may(step.actor, permission))
      .toSorted((a, b) => a.urgency - b.urgency);
    const tasks: Task[] = [];
    for (const { code, target, permission, count, where } of sources) {
      const under = step.under(permission);
      const waiting = await count(under);
      if (waiting === 0) continue;
      const first = await where?.(under);
      tasks.push({ code, count: waiting, target, ...(first === undefined ? {} : { where: first }) });
    }
    return tasks;
  },
);
