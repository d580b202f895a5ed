import { holdsOn } from "@tuwai/domain/families";
import { parseCivilDate } from "@tuwai/domain/time";
import { AppError } from "#app";
import { change, type Operation, refuse, type Refused } from "#use-case";
import { auditChild, requireChild } from "./change-family.ts";
import { setVerified, updateChild } from "./child.store.ts";

export type ConsentReason = "without-date" | "in-future" | "without-guardian";

/**
 * The guardian agrees that helpers (BAZNAS, a foundation, a school) may be told of the child, or takes it back. Only who is guardian on
 * that day can agree. Throws `not-found`, `invalid-input`.
 */
export const noteConsent = change(
  { name: "family.note-consent", permission: "orphan.write" },
  async (
    step,
    input: Operation & { readonly childCode: string; readonly consent: string; readonly on: string },
  ): Promise<{ readonly outcome: "noted" } | Refused<ConsentReason>> => {
    const { child } = await requireChild(step, input.childCode, "hold");
    const consent = (["given", "withdrawn"] as const).find((known) => known === input.consent);
    if (consent === undefined) throw new AppError("invalid-input", { field: "consent" });
    const on = parseCivilDate(input.on);
    if (on === undefined) return refuse<ConsentReason>(step, "without-date");
    if (on > step.today) return refuse<ConsentReason>(step, "in-future");
    if (consent === "given" && !child.child.guardians.some((guardian) => holdsOn(guardian, on)))
      return refuse<ConsentReason>(step, "without-guardian");
    await updateChild(step.tx, child.child.row, { consent, consentOn: on });
    await auditChild(step, child, { consent, on });
    return { outcome: "noted" };
  },
);

/** Somebody saw the child and its papers: it counts as verified from now on. Throws `not-found`. */
export const verifyChild = change(
  { name: "family.verify-child", permission: "orphan.write" },
  async (
    step,
    input: Operation & { readonly childCode: string },
  ): Promise<{ readonly outcome: "verified" }> => {
    const { child } = await requireChild(step, input.childCode, "hold");
    await setVerified(step, child.id);
    await auditChild(step, child);
    return { outcome: "verified" };
  },
);
