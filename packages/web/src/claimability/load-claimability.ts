import { may } from "@tuwai/server/access";
import type { Actor, App } from "@tuwai/server/app";
import { listCaughtRefusals, listClaimability } from "@tuwai/server/claimability";
import { jurisdictionOf } from "@tuwai/server/access";
import { listVillageNames, villageNamer } from "#regions";
import { readPage } from "#ui";

export type ClaimabilityData = Awaited<ReturnType<typeof loadClaimability>>;
export type JudgedRow = ClaimabilityData["rows"][number];

const shows = ["red", "amber", "green", "held"] as const;

/** What the list shows, by what stands in its address. */
export async function loadClaimability([app, actor]: readonly [App, Actor], { searchParams }: URL) {
  const show = shows.find((known) => known === searchParams.get("hasil")) ?? "all";
  const lack = searchParams.get("kurang") ?? "";
  const villageCode = searchParams.get("desa") ?? "";
  const packetCode = searchParams.get("paket") ?? "";
  const asked = { show, lack, villageCode, packetCode, page: readPage(searchParams) };
  const found = await listClaimability(app, actor, asked);
  const nameOf = await villageNamer(app, actor);
  return {
    ...found,
    asked: { show, lack, villageCode, packetCode },
    villages: jurisdictionOf(actor.role) === "village" ? [] : await listVillageNames(app, actor),
    mayEdit: may(actor, "worker.update"),
    caught: may(actor, "claim.list") ? await listCaughtRefusals(app, actor, {}) : [],
    rows: found.rows.map((row) => ({
      ...row,
      village: nameOf(row.person.villageCode) ?? "",
      operation: app.newId(),
    })),
  };
}
