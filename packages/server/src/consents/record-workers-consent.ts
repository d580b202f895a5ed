import { AppError } from "#app";
import { requireCode } from "#people";
import { giveConsents } from "#privacy";
import { change, type Operation } from "#use-case";
import { findConsentingPerson, findConsentState } from "./consenting-person.view.ts";
import { type ConsentWay, consentWays } from "./withdrawal.ts";

export type NewWorkersConsent = Operation & {
  readonly personCode: string;
  readonly consent: ConsentWay;
};

export type RecordConsentOutcome =
  | { readonly outcome: "recorded" }
  | { readonly outcome: "refused"; readonly reasons: readonly ("without-consent-kind" | "already-given")[] };

/** One worker says yes, for the first time or again. The judgement follows. Throws `not-found`. */
export const recordWorkersConsent = change(
  { name: "consent.record", permission: "consent.record" },
  async (step, { personCode, consent }: NewWorkersConsent): Promise<RecordConsentOutcome> => {
    const person = await findConsentingPerson(step.tx, step.area, { code: requireCode(personCode) }, "hold");
    if (person === undefined) throw new AppError("not-found");
    if (!consentWays.includes(consent))
      return step.unchanged({ outcome: "refused", reasons: ["without-consent-kind"] });
    if ((await findConsentState(step.tx, person.id)) === "given")
      return step.unchanged({ outcome: "refused", reasons: ["already-given"] });
    await giveConsents(step, [person.id], {
      subjectType: "person",
      villageCode: person.villageCode,
      purpose: "enrolment",
      textVersion: `satu-1:${consent}`,
    });
    await step.follow("eligibility.judge", { personIds: [person.id] });
    await step.audit({ objectType: "person", objectId: person.id, details: { consent } });
    return { outcome: "recorded" };
  },
);
