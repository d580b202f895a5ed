import { type App, systemActor } from "#app";
import { asSystem } from "#database";
import { enqueue } from "#work";
import { lockLinks } from "./link.store.ts";
import { refreshRegistryFacts } from "./registry-facts.store.ts";

const personsPerPortion = 500;

/**
 * Computes anew what registries say of these persons and has them judged, in one transaction per portion. Where BPJS's
 * list says something else than before, the cover clock looks again.
 */
export async function settlePersons(app: App, personIds: readonly string[]): Promise<void> {
  const actor = systemActor(app.config.regionCode);
  for (let from = 0; from < personIds.length; from += personsPerPortion) {
    const portion = personIds.slice(from, from + personsPerPortion);
    await asSystem(app, async (tx) => {
      await lockLinks(tx);
      const changed = await refreshRegistryFacts(tx, portion);
      if (changed.length > 0)
        await enqueue(app, tx, actor, { topic: "cover.refresh", payload: { personIds: changed } });
      await enqueue(app, tx, actor, { topic: "eligibility.judge", payload: { personIds: portion } });
    });
  }
}
