import type { ReportChannel } from "@tuwai/domain/incident-reports";
import type { CivilDate } from "@tuwai/domain/time";
import { newCardCode } from "#cards";
import type { Step } from "#use-case";
import { insertStep } from "./report-step.store.ts";
import { findDeathOf, insertReport } from "./report.store.ts";
import { sealTold } from "./told.ts";

export type ListedDeath = {
  readonly channel: Extract<ReportChannel, "population-office" | "bpjs">;
  readonly batchId: string;
  readonly person: {
    readonly id: string;
    readonly villageCode: string;
    readonly kecamatanCode: string;
    readonly diedOn: CivilDate | null;
  };
  readonly on: CivilDate;
  /** By what the row was found to be about the worker. */
  readonly by: "nik" | "name-and-birth" | "enrolment";
  /** As the list writes them. */
  readonly name: string;
  readonly place: string;
};

/**
 * Makes a report of a row of a list, as part of a larger step; it waits for a person like any other. A death that somebody reported
 * already stays one report, and learns that a list says so too; one that the register knows needs none. Answers what became of it.
 */
export async function reportListed(
  step: Step,
  death: ListedDeath,
): Promise<
  { readonly outcome: "reported" | "joined"; readonly reportId: string } | { readonly outcome: "known" }
> {
  const { channel, batchId, person, on, by } = death;
  const standing = await findDeathOf(step.tx, person.id);
  if (standing !== undefined) {
    await insertStep(step, standing, "merge", { from: channel, on });
    return { outcome: "joined", reportId: standing.id };
  }
  if (person.diedOn !== null) return { outcome: "known" };
  const id = step.newId();
  const { villageCode, kecamatanCode } = person;
  const told = { name: death.name, cardCode: "", place: death.place, tellerName: "", phone: "" };
  await insertReport(step.tx, {
    regionCode: step.actor.regionCode,
    id,
    code: newCardCode(),
    villageCode,
    kecamatanCode,
    kind: "death",
    happenedOn: on,
    happenedTime: null,
    accidentOn: null,
    channel,
    teller: "official",
    toldSealed: sealTold(step.app.keys, id, told),
    receivedAt: step.now,
    takenBy: step.actor.userId,
    personId: person.id,
    batchId,
  });
  await insertStep(step, { id, villageCode, kecamatanCode }, "report", { channel });
  await insertStep(step, { id, villageCode, kecamatanCode }, "link", { by });
  return { outcome: "reported", reportId: id };
}
