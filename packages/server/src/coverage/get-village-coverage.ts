import { percentOf } from "@tuwai/domain/coverage";
import { authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { inTransaction } from "#database";
import { coverageDefinition } from "./coverage.ts";
import { listTrueCounts, type TrueCount } from "./true-count.store.ts";

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
  const { scope } = authorise(actor, "stats.internal.read");
  if (scope === "A" || actor.role === "EXE")
    throw new AppError("forbidden", { permission: "stats.internal.read", reason: "released-figures-only" });
  const counts = await inTransaction(app, actor, listTrueCounts);
  const own = counts.filter((count) => isOwn(actor, count));
  const sum = (half: "numerator" | "denominator") => own.reduce((total, count) => total + count[half], 0);
  const total = { numerator: sum("numerator"), denominator: sum("denominator") };
  return {
    definition: coverageDefinition,
    asOf: app.clock.today(),
    total: { ...total, percent: shareOf(total) },
    villages: own.map((count) => {
      const { code, name, kecamatan, numerator, denominator } = count;
      return { code, name, kecamatan, numerator, denominator, percent: shareOf(count) };
    }),
  };
}

/** Row policies already hide other areas' people; their empty villages are left out too. */
function isOwn(actor: Actor, count: TrueCount): boolean {
  if (actor.role === "OPR" || actor.role === "KDS") return count.code === actor.scope;
  return actor.role === "CMT" ? count.kecamatan_code === actor.scope : true;
}

function shareOf(count: { readonly numerator: number; readonly denominator: number }): number | null {
  return count.denominator === 0 ? null : percentOf(count.numerator, count.denominator);
}
