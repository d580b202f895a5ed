import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { countIdentities, type DecisionHead, listIdentities } from "./identity.view.ts";

export type ListedDecision = Pick<DecisionHead, "id" | "kind" | "state" | "otherCode" | "recordedAt"> & {
  readonly person: ShownPerson;
  readonly isMine: boolean;
};

/** Who is who: what waits for a second person, and what stands and can be taken back. */
export const listIdentityDecisions = read(
  { purpose: "identity-decisions", permission: "worker.merge.approve" },
  async (step, { page }: { readonly page?: number } | undefined = {}): Promise<PageOf<ListedDecision>> => {
    const { tx, area, actor } = step;
    const found = await pageOf(
      { page, size: 50 },
      () => countIdentities(tx, area),
      (part) => listIdentities(tx, area, part),
    );
    await step.seen({
      personIds: [...new Set(found.rows.map(({ personId }) => personId))],
      fields: shownFields(actor.role),
    });
    return {
      ...found,
      rows: found.rows.map(({ id, kind, state, otherCode, recordedAt, recordedBy, ...row }) => ({
        id,
        kind,
        state,
        otherCode,
        recordedAt,
        person: showPerson(actor.role, {
          code: row.personCode,
          fullName: row.personName,
          villageCode: row.villageCode,
        }),
        isMine: recordedBy === actor.userId,
      })),
    };
  },
);
