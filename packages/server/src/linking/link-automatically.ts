import type { Step } from "#use-case";
import type { Proposal } from "./choose-links.ts";
import { insertAutomaticLinks } from "./link.store.ts";
import { listLivingPlaces, listLivingRecords } from "./living.view.ts";

/** Links what the machine chose, where both sides are still there. Returns the persons linked. */
export async function linkAutomatically(
  step: Step,
  kind: string,
  proposals: readonly Proposal[],
): Promise<readonly string[]> {
  if (proposals.length === 0) return [];
  const places = await listLivingPlaces(
    step.tx,
    proposals.map(({ personId }) => personId),
  );
  const records = await listLivingRecords(
    step.tx,
    proposals.map(({ recordId }) => recordId),
  );
  const links = proposals.flatMap((proposal) => {
    const place = places.get(proposal.personId);
    if (place === undefined || !records.has(proposal.recordId)) return [];
    return [{ ...proposal, ...place, id: step.newId() }];
  });
  return insertAutomaticLinks(step.tx, { regionCode: step.actor.regionCode, kind }, links);
}
