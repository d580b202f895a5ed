import { change, type Operation } from "#use-case";
import { auditFamily, requireFamily } from "./change-family.ts";
import { setDisputed } from "./household.store.ts";

/** Marks that the heirs are in dispute, or that they agreed: a person decides as long as the mark stands. Throws `not-found`. */
export const disputeHeirs = change(
  { name: "family.dispute-heirs", permission: "family.write" },
  async (
    step,
    input: Operation & { readonly personCode: string; readonly isDisputed: boolean },
  ): Promise<{ readonly outcome: "marked" | "unchanged" }> => {
    const family = await requireFamily(step, input.personCode, "hold");
    const isDisputed = family.row.disputedAt !== null;
    if (isDisputed === input.isDisputed) return step.unchanged({ outcome: "unchanged" });
    await setDisputed(step, family.row.id, input.isDisputed);
    await auditFamily(step, family, { state: input.isDisputed ? "disputed" : "agreed" });
    return { outcome: "marked" };
  },
);
