import { AppError } from "#app";
import { asAccounts } from "#database";
import { read } from "#use-case";
import { listOfficials, type VillageOfficial } from "./village-official.view.ts";

/** Whom to remind in the villages of the actor's own area. */
export const listVillageOfficials = read(
  { purpose: "village-officials", permission: "village_official.read" },
  ({ app, actor, area, today }): Promise<readonly VillageOfficial[]> => {
    if (area.branch !== null || area.opd !== null || area.civilServantId !== null)
      throw new AppError("forbidden", { permission: "village_official.read", role: actor.role });
    return asAccounts(app, actor, (tx) => listOfficials(tx, area, today));
  },
);
