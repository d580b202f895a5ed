import { percentOf } from "@tuwai/domain/coverage";
import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { inTransaction } from "#database";
import { coverageDefinition } from "./coverage.ts";
import { listTrueCounts } from "./true-count.store.ts";

export type ExactCoverage = {
  readonly definition: string;
  /** The day of asking: the count is made now. */
  readonly asOf: string;
  readonly total: {
    readonly numerator: number;
    readonly denominator: number;
    readonly percent: number | null;
  };
  readonly villages: readonly {
    readonly code: string;
    readonly name: string;
    readonly kecamatan: string;
    readonly numerator: number;
    readonly denominator: number;
    readonly percent: number | null;
  }[];
};

/**
 * Exact figures of the actor's own area, for those who work with its lists anyway: village, kecamatan or city. Whoever
 * sees no persons gets no exact figures either (`forbidden`): a screenshot of a small number is a disclosure (G.7 S13).
 */
export async function getVillageCoverage(app: App, actor: Actor): Promise<ExactCoverage> {
  const grant = authorise(actor, "stats.internal.read");
  if (grant.scope === "A" || actor.role === "EXE")
    throw new AppError("forbidden", { permission: "stats.internal.read", reason: "released-figures-only" });
  const counts = await inTransaction(app, actor, (tx) => listTrueCounts(tx, areaOf(actor, grant)));
  const sum = (half: "numerator" | "denominator") => counts.reduce((total, count) => total + count[half], 0);
  const total = { numerator: sum("numerator"), denominator: sum("denominator") };
  return {
    definition: coverageDefinition,
    asOf: app.clock.today(),
    total: { ...total, percent: shareOf(total) },
    villages: counts.map((count) => {
      const { code, name, kecamatan, numerator, denominator } = count;
      return { code, name, kecamatan, numerator, denominator, percent: shareOf(count) };
    }),
  };
}

function shareOf(count: { readonly numerator: number; readonly denominator: number }): number | null {
  return count.denominator === 0 ? null : percentOf(count.numerator, count.denominator);
}
