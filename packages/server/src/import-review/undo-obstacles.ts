import { may } from "#access";
import { findBatch, isIn, requireRead } from "#imports";
import { maskName } from "#people";
import { read } from "#use-case";
import {
  type EnrolledInTheWay,
  type ListInTheWay,
  listEnrolledInTheWay,
  listListsInTheWay,
  listPersonsInTheWay,
} from "./undo-obstacle.view.ts";

export type UndoObstacles = {
  readonly lists: readonly ListInTheWay[];
  readonly enrolled: readonly EnrolledInTheWay[];
  /** The first of them by name, for whoever sees people of the village. */
  readonly persons: readonly { readonly code: string; readonly name: string }[];
};

const workLists = new Set<string>(["village-list", "village-officers"]);
const mostNames = 50;

/** What rests on a saved work list and has to go before the list can be undone; null where it does not apply. */
export const listUndoObstacles = read(
  { purpose: "import-undo-obstacles", permission: "import.undo" },
  async (step, { batchId }: { readonly batchId: string }): Promise<UndoObstacles | null> => {
    const { tx, actor } = step;
    const batch = requireRead(step, await findBatch(tx, batchId));
    if (!isIn(batch, "applied") || !workLists.has(batch.kind) || !may(actor, "worker.enrolment.read"))
      return null;
    const persons = may(actor, "worker.list") ? await listPersonsInTheWay(tx, batch.id, mostNames) : [];
    if (persons.length > 0) await step.seen({ personIds: persons.map(({ id }) => id), fields: ["name"] });
    return {
      lists: await listListsInTheWay(tx, batch.id),
      enrolled: await listEnrolledInTheWay(tx, batch.id),
      persons: persons.map(({ code, fullName }) => ({ code, name: maskName(actor.role, fullName) })),
    };
  },
);
