import type { Step } from "#use-case";
import { updateNikStatuses } from "./person.store.ts";

/** What registries say of these persons' NIK: that it agrees, or that none is known to. */
export async function setNikStatuses(
  step: Step,
  personsOf: Readonly<Record<"padan" | "belum-padan", readonly string[]>>,
): Promise<void> {
  for (const status of ["padan", "belum-padan"] as const)
    await updateNikStatuses(step.tx, status, personsOf[status]);
}
