import { civilDate } from "@tuwai/domain/time";
import type { App } from "#app";
import { openCase } from "#claims";
import { anActor, type Thread } from "#testing";
import { onBehalfOf } from "#use-case";

type Named = {
  readonly questionId: string;
  readonly reportId: string;
  readonly otherReportId: string;
  readonly claimCode: string;
};

/** Reports, a case and what is about it, under the fields that use cases ask for them by. */
export const caseNames = ({ questionId, reportId, otherReportId, claimCode }: Named) => ({
  claimCode,
  documentId: questionId,
  askedId: questionId,
  paymentId: questionId,
  commitmentEnrolmentId: questionId,
  visitId: questionId,
  reportId,
  otherReportId,
  incidentCode: questionId,
});

/** The code of a case of the thread's person; nobody told the register of a death. */
export async function askedClaim(app: App, { place, person }: Thread): Promise<string> {
  const actor = anActor(app, "OPR", place.code, place.region);
  const of = { actor, name: "claim.help", permission: "claim.help" } as const;
  const { claimCode } = await onBehalfOf(app, of, (step) =>
    openCase(step, {
      personId: person.id,
      villageCode: place.code,
      kecamatanCode: place.kecamatan,
      kind: "natural-death",
      happenedOn: civilDate("2026-11-10"),
      accidentOn: null,
      happenedTime: null,
      reportedAt: step.now,
    }),
  );
  return claimCode;
}
