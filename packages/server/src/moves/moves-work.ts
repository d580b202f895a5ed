import type { App } from "#app";
import { movePerson } from "#people";
import { moveConsents } from "#privacy";
import { asCity } from "#use-case";
import { handles } from "#work";
import { findMove, markCarriedOut } from "./move.store.ts";

export const movesWork = handles("people.move", { work: carryOut });

/**
 * Neither village may write in the other: the city writes the person down in the new one once both have said so. Whoever is no
 * longer in the old one by then stays where they are.
 */
export function carryOut(app: App, { moveId }: { readonly moveId: string }): Promise<void> {
  return asCity(app, "move.carried-out", async (step) => {
    const move = await findMove(step.tx, step.area, moveId);
    if (move?.state !== "accepted") return;
    const { personId, fromVillageCode, toVillageCode: villageCode, toKecamatanCode: kecamatanCode } = move;
    const isMoved = await movePerson(step, { personId, fromVillageCode, villageCode, kecamatanCode });
    await markCarriedOut(step.tx, move.id, isMoved ? "moved" : "withdrawn");
    if (!isMoved) return;
    await moveConsents(step.tx, personId, villageCode);
    await step.follow("people.link", { personIds: [personId], compare: true });
    await step.follow("eligibility.judge", { personIds: [personId] });
    await step.follow("cover.refresh", { personIds: [personId] });
    await step.follow("figures.refresh", {});
    await step.follow("coverage.publish", {});
    await step.audit({
      objectType: "person",
      objectId: personId,
      details: { moveId: move.id, from: fromVillageCode, to: villageCode },
    });
  });
}
