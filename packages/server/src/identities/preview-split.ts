import { seenFields, showPerson, type ShownPerson } from "#people";
import { read } from "#use-case";
import { findSplit, type RowOf } from "./find-split.ts";
import type { SplitRow } from "./identity.view.ts";

export type SplitPreview = {
  readonly person: ShownPerson;
  /** Null: somebody new. */
  readonly to: ShownPerson | null;
  readonly row: Pick<
    SplitRow,
    "fullName" | "birthDate" | "sex" | "address" | "occupation" | "importCode" | "row" | "at" | "hasNik"
  >;
  readonly others: number;
};

/** What the list row says that may describe somebody else, and whom it would go to. Throws `not-found`. */
export const previewSplit = read(
  { purpose: "split-preview", permission: "worker.merge.ask" },
  async (step, input: RowOf): Promise<SplitPreview> => {
    const { actor } = step;
    const { person, row, other } = await findSplit(step, input);
    await step.seen({
      personIds: other === null ? [person.id] : [person.id, other.id],
      fields: seenFields(actor.role, [
        "worker_code",
        "full_name",
        "village",
        "birth_date",
        "sex",
        "address_detail",
        "occupation_text",
      ]),
    });
    const { recordId: _, personId: __, entryId: ___, villageCode: ____, others, ...shown } = row;
    return {
      person: showPerson(actor.role, person),
      to: other && showPerson(actor.role, other),
      row: shown,
      others,
    };
  },
);
