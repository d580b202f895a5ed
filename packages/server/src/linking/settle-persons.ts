import type { App } from "#app";
import { setNikStatuses } from "#people";
import { asCity, type Step } from "#use-case";
import { lockLinks } from "./link.store.ts";
import { replaceMemberships, replaceWelfare } from "./registry-fact.store.ts";
import { listAgreeingNiks, listWantedMemberships, listWantedWelfare } from "./registry-fact.view.ts";

const personsPerPortion = 500;

/**
 * Computes anew what registries say of these persons and has them judged, in one transaction per portion. Where BPJS's
 * list says something else than before, the cover clock looks again.
 */
export async function settlePersons(app: App, personIds: readonly string[]): Promise<void> {
  for (let from = 0; from < personIds.length; from += personsPerPortion) {
    const portion = personIds.slice(from, from + personsPerPortion);
    await asCity(app, "people.settle", async (step) => {
      await lockLinks(step.tx);
      const changed = await refreshRegistryFacts(step, portion);
      if (changed.length > 0) await step.follow("cover.refresh", { personIds: changed });
      await step.follow("eligibility.judge", { personIds: portion });
    });
  }
}

/**
 * What registries say of persons, computed anew from live links: welfare, membership and the state of the NIK. Returns
 * the persons whose membership changed.
 */
async function refreshRegistryFacts(step: Step, personIds: readonly string[]): Promise<readonly string[]> {
  const { tx } = step;
  const of = { regionCode: step.actor.regionCode, personIds };
  await replaceWelfare(tx, of, await listWantedWelfare(tx, personIds));
  const changed = await replaceMemberships(tx, of, await listWantedMemberships(tx, personIds));
  const niks = await listAgreeingNiks(tx, personIds);
  const idsOf = (agreeing: boolean) =>
    niks.filter(({ agrees }) => agrees === agreeing).map(({ personId }) => personId);
  await setNikStatuses(step, { padan: idsOf(true), "belum-padan": idsOf(false) });
  return changed;
}
