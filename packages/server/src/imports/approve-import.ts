import { requireSecondPerson } from "#access";
import { change, type Operation } from "#use-case";
import { listMends } from "./mend.store.ts";
import { moveOn } from "./move-on.ts";
import { requireBatch } from "./require-batch.ts";

type Input = Operation & { readonly batchId: string; readonly version?: number };

/** The second person's yes. Throws `four-eyes` for whoever uploaded the file or mended a row of it. */
export const approveImport = change(
  { name: "import.approve", permission: "import.approve" },
  async (step, input: Input): Promise<{ readonly state: "applying" }> => {
    const batch = await requireBatch(step, input, "awaiting-approval");
    requireSecondPerson(step.actor, batch.uploadedBy);
    for (const { decidedBy } of await listMends(step.tx, batch.id))
      requireSecondPerson(step.actor, decidedBy);
    await moveOn(step, batch, { state: "applying", approvedBy: step.actor.userId });
    return { state: "applying" };
  },
);
