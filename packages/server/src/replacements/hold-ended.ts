import { type EndReason, meaningOf } from "@tuwai/domain/endings";
import { addDays, type CivilDate } from "@tuwai/domain/time";
import type { Area } from "#access";
import type { Tx } from "#database";
import type { Step } from "#use-case";
import { insertHolds } from "./hold.store.ts";
import { listHolds, listOwnHolds } from "./hold.view.ts";
import { readHoldRules } from "./hold-settings.ts";

type Ended = { readonly sponsorshipId: string; readonly pledgeId: string };

/** Holds whoever is left by these ends: by the meaning of the reason the worker, the sponsor's place, or nobody. */
export async function holdAfterEnd(step: Step, ended: readonly Ended[], reason: EndReason): Promise<void> {
  const { holds } = meaningOf(reason);
  if (holds === "none") return;
  const { days } = await readHoldRules(step.tx, step.actor.regionCode);
  const until = addDays(step.today, days);
  const at = { regionCode: step.actor.regionCode, at: step.now };
  const made = ended.map((each) => ({
    ...each,
    id: step.newId(),
    side: holds,
    until,
  }));
  await insertHolds(step.tx, at, made);
}

export type Held = {
  /** Persons who are held, by the civil servant who alone may have them again. */
  readonly persons: ReadonlyMap<string, string>;
  /** How many places of a pledge are held. */
  readonly places: ReadonlyMap<string, number>;
};

/** Who and what is held today. */
export async function readHeld(tx: Tx, area: Area, today: CivilDate): Promise<Held> {
  const held = (await listHolds(tx, area, today)).filter(({ now }) => now.state === "held");
  const places = new Map<string, number>();
  for (const { pledgeId } of held.filter(({ side }) => side === "sponsor"))
    places.set(pledgeId, (places.get(pledgeId) ?? 0) + 1);
  const workers = held.filter(({ side }) => side === "worker");
  return {
    persons: new Map(workers.map(({ personId, civilServantId }) => [personId, civilServantId])),
    places,
  };
}

/** The last day until which a place of the sponsor's own is held; null where none is. */
export async function ownHeldUntil({ tx, area, today }: Step): Promise<CivilDate | null> {
  const held = (await listOwnHolds(tx, area, today)).filter(({ state }) => state === "held");
  return (
    held
      .map(({ until }) => until)
      .toSorted()
      .at(-1) ?? null
  );
}
