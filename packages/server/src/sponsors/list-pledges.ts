import { areaOf, authorise } from "#access";
import { type Actor, type App, AppError } from "#app";
import { inTransaction } from "#database";
import { type ListedPledge, listPledgeRows } from "./listed-pledge.store.ts";

const rowsPerPage = 100;

/**
 * Pledges with sponsor and amount, never the worker (reliability.md T16). A treasurer sees the own OPD only; sponsors have
 * a page of their own.
 */
export async function listPledges(
  app: App,
  actor: Actor,
  input: { readonly state?: "active" | "stopped"; readonly opd?: string; readonly page?: number } = {},
): Promise<{ readonly rows: readonly ListedPledge[]; readonly page: number; readonly hasNext: boolean }> {
  const area = areaOf(actor, authorise(actor, "pledge.read"));
  if (actor.role === "SPN") throw new AppError("forbidden", { permission: "pledge.read", role: "SPN" });
  const page = Math.max(1, Math.trunc(input.page ?? 1));
  return inTransaction(app, actor, async (tx) => {
    const found = await listPledgeRows(tx, {
      area,
      state: input.state ?? null,
      opd: area.opd ?? input.opd ?? null,
      limit: rowsPerPage + 1,
      offset: (page - 1) * rowsPerPage,
    });
    return { rows: found.slice(0, rowsPerPage), page, hasNext: found.length > rowsPerPage };
  });
}
