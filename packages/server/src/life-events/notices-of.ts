import type { CivilDate } from "@tuwai/domain/time";
import { jurisdictionOf } from "#access";
import type { Actor } from "#app";
import type { Notice } from "#notifications";
import type { LifeEventKind } from "./life-event.ts";
import type { LivingPerson } from "./living-person.view.ts";

type Happened = {
  readonly notice: Extract<Notice["kind"], `life-event-${string}`>;
  readonly kind: LifeEventKind;
  readonly on: CivilDate;
};

/** Who must act: the managers, for enrolments and payers; and the village, where it was not the village that said it. */
export function noticesOf(
  actor: Actor,
  { code, villageCode }: LivingPerson,
  { notice: kind, ...happened }: Happened,
): readonly Notice[] {
  const payload = { personCode: code, event: happened.kind, on: happened.on };
  const isVillage = jurisdictionOf(actor.role) === "village";
  return [
    { role: "MGR", scope: null, kind, payload },
    ...(isVillage ? [] : [{ role: "OPR", scope: villageCode, kind, payload } as const]),
  ];
}
