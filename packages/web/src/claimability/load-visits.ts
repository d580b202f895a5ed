import type { Actor, App } from "@tuwai/server/app";
import { listVisitSample } from "@tuwai/server/claimability";
import { villageNamer } from "#regions";
import { readPage } from "#ui";

export type VisitsData = Awaited<ReturnType<typeof loadVisits>>;

/** Whom a sample visits, as the page shows them. */
export async function loadVisits([app, actor]: readonly [App, Actor], { searchParams }: URL) {
  const found = await listVisitSample(app, actor, { page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  return {
    ...found,
    operation: app.newId(),
    rows: found.rows.map((row) => ({
      ...row,
      village: nameOf(row.person.villageCode) ?? "",
      operation: app.newId(),
    })),
  };
}
