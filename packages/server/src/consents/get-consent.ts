import { may } from "#access";
import { AppError } from "#app";
import { requireCode, shownFields, showPerson, type ShownPerson } from "#people";
import { read } from "#use-case";
import { findConsentingPerson, findConsentState } from "./consenting-person.view.ts";
import { listWithdrawals, type WithdrawalRow } from "./withdrawal.store.ts";

export type Consent = {
  readonly person: ShownPerson;
  /** Null where none was ever recorded. */
  readonly state: "given" | "withdrawn" | null;
  /** Newest first. */
  readonly withdrawals: readonly Omit<WithdrawalRow, "personId">[];
  readonly mayRecord: boolean;
};

/** What one worker agreed to and took back. Throws `not-found`. */
export const getConsent = read(
  { purpose: "worker-consent", permission: "consent.withdraw" },
  async (step, { personCode }: { readonly personCode: string }): Promise<Consent> => {
    const { tx, area, actor } = step;
    const person = await findConsentingPerson(tx, area, { code: requireCode(personCode) }, "look");
    if (person === undefined) throw new AppError("not-found");
    await step.seen({ personIds: [person.id], fields: shownFields(actor.role, "consent_status") });
    return {
      person: showPerson(actor.role, person),
      state: await findConsentState(tx, person.id),
      withdrawals: (await listWithdrawals(tx, person.id)).map((row) => ({ ...row, personId: undefined })),
      mayRecord: may(actor, "consent.record"),
    };
  },
);
