import { AppError, isUuid } from "#app";
import { change, type Operation } from "#use-case";
import { takeUpAgain, type Topic } from "#work";

/** Sets failed work going again. What was refused for its size is done this time: a person has looked at it. */
export const retryDeadWork = change(
  { name: "work.retry", permission: "system.operate" },
  async (step, { workId }: Operation & { readonly workId: string }): Promise<{ readonly topic: Topic }> => {
    const { regionCode } = step.actor;
    const topic = isUuid(workId) ? await takeUpAgain(step.tx, regionCode, workId) : undefined;
    if (topic === undefined) throw new AppError("not-found");
    await step.audit({ objectType: "work", objectId: workId, details: { topic } });
    return { topic };
  },
);
