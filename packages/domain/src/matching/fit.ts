import { ancestorOf } from "#regions";
import type { MatchReason, Sponsor, WaitingWorker } from "./matching-facts.ts";

/** Who comes first: the higher score, of equals the first by id. */
export function byPriority(a: WaitingWorker, b: WaitingWorker): number {
  return b.priority.score - a.priority.score || (a.id < b.id ? -1 : 1);
}

export function whyFirst({ priority }: WaitingWorker): MatchReason[] {
  return priority.codes.length > 0 ? [{ code: "worker-comes-first", because: priority.codes }] : [];
}

/** The sponsor's wishes for a village or for a kind of work that the worker meets. */
export function wishesMetBy(
  { wishes }: Sponsor,
  worker: Pick<WaitingWorker, "villageCode" | "workGroup">,
): MatchReason[] {
  const met: MatchReason[] = [];
  if (wishes.villages.includes(worker.villageCode))
    met.push({ code: "wished-village", village: worker.villageCode });
  if (wishes.workGroups.includes(worker.workGroup))
    met.push({ code: "wished-work", group: worker.workGroup });
  return met;
}

/** Whether sponsor and worker are of one village or, short of that, of one kecamatan. */
export function nearnessOf(
  { place }: Sponsor,
  { villageCode }: Pick<WaitingWorker, "villageCode">,
): MatchReason | undefined {
  if (place === null) return undefined;
  if (place === villageCode) return { code: "same-village", village: villageCode };
  const kecamatan = ancestorOf(villageCode, "kecamatan");
  return kecamatan !== undefined && kecamatan === ancestorOf(place, "kecamatan")
    ? { code: "same-kecamatan", kecamatan }
    : undefined;
}

/** Whether the sponsor would rather pay for nobody than for somebody without a wish met. */
export function wantsNothingElse({ wishes }: Sponsor): boolean {
  const { villages, workGroups, nominatedWorkerIds, nothingElse } = wishes;
  return nothingElse && villages.length + workGroups.length + nominatedWorkerIds.length > 0;
}
