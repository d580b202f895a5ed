import { may } from "#access";
import { programme } from "#eligibility";
import { findBatch, isIn, isOfSender, requireRead } from "#imports";
import { read } from "#use-case";
import { isLinked, listQuestioned, listSavedRows, type SavedRow } from "./fate.view.ts";

export const fateNames = ["new", "known", "in-question", "officer", "not-eligible"] as const;
export type FateName = (typeof fateNames)[number];

export type Fate = {
  readonly name: FateName;
  readonly rows: readonly Pick<SavedRow, "row" | "code" | "fullName" | "reasons">[];
};
export type RowFates = {
  /** People are still being compared with other data: some of what follows may change. */
  readonly isLinking: boolean;
  readonly fates: readonly Fate[];
  /** Saved rows of which no person speaks: none, unless somebody took them back since. */
  readonly elsewhere: number;
};

const workLists = new Set<string>(["village-list", "village-officers"]);

/**
 * What became of every saved row of a work list, each row once: nobody is out of sight. For the office that sent the list; null for
 * others and other kinds. What a village may not see (open questions about who is who) is not among its answers.
 */
export const getRowFates = read(
  { purpose: "import-row-fates", permission: "import.read_report" },
  async (step, { batchId }: { readonly batchId: string }): Promise<RowFates | null> => {
    const batch = requireRead(step, await findBatch(step.tx, batchId));
    const isShown = isIn(batch, "applied") && workLists.has(batch.kind) && isOfSender(step.actor, batch);
    if (!isShown) return null;
    const saved = await listSavedRows(step.tx, batch.id, programme);
    const personIds = [...new Set(saved.map(({ personId }) => personId))];
    if (personIds.length > 0) await step.seen({ personIds, fields: ["name"] });
    const seesQuestions = may(step.actor, "link_review.read");
    const questioned = new Set(seesQuestions ? await listQuestioned(step.tx, personIds) : []);
    const byFate = Map.groupBy(saved, (row) =>
      questioned.has(row.personId) ? ("in-question" as const) : fateOf(row, batch.kind),
    );
    return {
      isLinking: !(await isLinked(step.tx, batch.id)),
      elsewhere: batch.counts.detail.applied - saved.length,
      fates: fateNames.flatMap((name) => {
        const rows = byFate.get(name) ?? [];
        return rows.length === 0
          ? []
          : [
              {
                name,
                rows: rows.map(({ row, code, fullName, reasons }) => ({ row, code, fullName, reasons })),
              },
            ];
      }),
    };
  },
);

function fateOf(row: SavedRow, kind: string): FateName {
  // In a list of workers an officer is held back: the village insures its officers itself.
  if (row.isOfficer && kind === "village-list") return "officer";
  if (row.outcome === "ineligible") return "not-eligible";
  return row.isKnown ? "known" : "new";
}
