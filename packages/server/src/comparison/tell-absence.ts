import { parseCivilDate } from "@tuwai/domain/time";
import { tellLifeEvent } from "#life-events";
import type { Step } from "#use-case";
import { type Absence, eventOf } from "./absence.ts";

/** What somebody is told to have done since; empty when the register took it or has nothing to take. */
export async function tellAbsence(
  step: Step,
  { personCode, answer, on }: Absence,
  note: string,
): Promise<readonly string[]> {
  const kind = eventOf[answer];
  if (kind === undefined) return [];
  const day = parseCivilDate(on ?? "");
  const told = { personCode, kind, document: "other" as const, note };
  const outcome = await tellLifeEvent(step, day === undefined ? told : { ...told, on: day });
  return outcome.outcome === "refused" ? outcome.reasons : [];
}
