import { may } from "#access";
import type { WrittenField } from "#people";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { countWaitingEdits, listWaitingEdits } from "./waiting-edit.view.ts";

export type WaitingCorrection = {
  readonly id: string;
  readonly person: ShownPerson;
  readonly field: WrittenField;
  readonly recordedAt: Date;
};

/** Corrections that wait for this second person, the oldest first. */
export const listWaitingCorrections = read(
  { purpose: "waiting-corrections", permission: "worker.correction.approve" },
  async (step, { page }: { readonly page?: number } | undefined = {}): Promise<PageOf<WaitingCorrection>> => {
    const { tx, area, actor } = step;
    const of = { area, actor, opensNik: may(actor, "worker.correction.approve_nik") };
    const found = await pageOf(
      { page, size: 50 },
      () => countWaitingEdits(tx, of),
      (part) => listWaitingEdits(tx, of, part),
    );
    await step.seen({
      personIds: [...new Set(found.rows.map(({ personId }) => personId))],
      fields: shownFields(actor.role),
    });
    return {
      ...found,
      rows: found.rows.map((row) => ({
        id: row.id,
        person: showPerson(actor.role, { ...row, occupationGroup: null }),
        field: row.field,
        recordedAt: row.recordedAt,
      })),
    };
  },
);
