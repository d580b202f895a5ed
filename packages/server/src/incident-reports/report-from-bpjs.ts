import type { App } from "#app";
import { asCity } from "#use-case";
import type { WorkPayloads } from "#work";
import { reportListed } from "./report-listed.ts";
import { listAnsweredDead } from "./reported-person.view.ts";

/**
 * Handler of `incident-reports.from-bpjs`: BPJS refused these because it has them as dead. Each becomes a report, which a person
 * makes sure of; the day of death is not in the answer, so the day of the answer stands until then.
 */
export function reportFromBpjs(
  app: App,
  { batchId, answers }: WorkPayloads["incident-reports.from-bpjs"],
): Promise<void> {
  return asCity(app, "incident-report.from-bpjs", async (step) => {
    const days = new Map(answers.map(({ enrolmentId, on }) => [enrolmentId, on]));
    const people = await listAnsweredDead(step.tx, [...days.keys()]);
    let count = 0;
    for (const { enrolmentId, ...person } of people) {
      const answer = await reportListed(step, {
        channel: "bpjs",
        batchId,
        person,
        on: days.get(enrolmentId)!,
        by: "enrolment",
        name: person.fullName,
        place: "",
      });
      if (answer.outcome === "reported") count += 1;
    }
    await step.audit({ objectType: "import", objectId: batchId, details: { count } });
  });
}
