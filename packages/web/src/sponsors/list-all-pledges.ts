import type { Actor, App } from "@tuwai/server/app";
import { listPledges, type ListedPledge } from "@tuwai/server/sponsors";

/** Every pledge the actor may read, page by page. */
export async function listAllPledges(app: App, actor: Actor): Promise<readonly ListedPledge[]> {
  const all: ListedPledge[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, hasNext } = await listPledges(app, actor, { page });
    all.push(...rows);
    if (!hasNext) return all;
  }
}

export type OfficePledges = {
  readonly opd: string;
  readonly pledges: number;
  readonly places: number;
  readonly capRupiah: number;
};

/** Pledges in force added up by office, the one with most places first. */
export function sumByOffice(pledges: readonly ListedPledge[]): OfficePledges[] {
  const active = pledges.filter(({ state }) => state === "active");
  return [...Map.groupBy(active, ({ opd }) => opd)]
    .map(([opd, rows]) => ({
      opd,
      pledges: rows.length,
      places: rows.reduce((sum, { workerCount }) => sum + workerCount, 0),
      capRupiah: rows.reduce((sum, { capRupiah }) => sum + capRupiah, 0),
    }))
    .toSorted((a, b) => b.places - a.places || a.opd.localeCompare(b.opd, "id"));
}
