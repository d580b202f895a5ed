import { AppError, isUuid } from "#app";
import { giveConsents, withdrawConsent } from "#privacy";
import { change, type Operation } from "#use-case";
import { findOpenAsk } from "./cap-ask.store.ts";
import { lockPledges, markCap } from "./pledge.store.ts";
import { consentPurpose } from "./sign-pledge.ts";

type Input = Operation & {
  readonly pledgeId: string;
  readonly version: number;
  /** Most that may be taken per month in all from now on. Whole rupiah. */
  readonly capRupiah: number;
  /** Which wording was on the screen; kept with the consent. */
  readonly consentTextVersion: string;
};

export type RaiseRefusal =
  | { readonly reason: "consent-text-missing" }
  /** Below what stands, or what the sponsor was asked for: at least so much. */
  | { readonly reason: "cap-too-low"; readonly neededRupiah: number };

export type RaiseOutcome =
  | { readonly outcome: "raised"; readonly code: string; readonly capRupiah: number }
  | { readonly outcome: "refused"; readonly reasons: readonly RaiseRefusal[] };

/** The sponsor allows more a month, by a new signed consent that takes the place of the old one; workers and months stay as they are. */
export const raiseCap = change(
  { name: "pledge.raise-cap", permission: "pledge.sign" },
  async (step, input: Input): Promise<RaiseOutcome> => {
    const { tx, area } = step;
    const [pledge] = isUuid(input.pledgeId) ? await lockPledges(tx, area, [input.pledgeId]) : [];
    if (pledge === undefined) throw new AppError("not-found", { object: "pledge" });
    if (pledge.state !== "active") throw new AppError("conflict", { reason: "pledge-stopped" });
    if (pledge.version !== input.version) throw new AppError("stale", { version: pledge.version });
    const ask = await findOpenAsk(tx, area);
    const neededRupiah = ask?.neededRupiah ?? pledge.capRupiah + 1;
    const reasons = reasonsAgainst(input, neededRupiah);
    if (reasons.length > 0) return step.unchanged({ outcome: "refused", reasons });
    const { capRupiah, consentTextVersion: textVersion } = input;
    const declared = { subjectType: "civil-servant", purpose: consentPurpose, textVersion } as const;
    const [consentId] = await giveConsents(step, [pledge.civilServantId], declared);
    await markCap(tx, pledge, { capRupiah, consentId: consentId! });
    await withdrawConsent(step, pledge.consentId);
    await step.audit({
      objectType: "pledge",
      objectId: pledge.id,
      details: {
        code: pledge.code,
        fromRupiah: pledge.capRupiah,
        capRupiah,
        consentTextVersion: textVersion,
      },
    });
    return { outcome: "raised", code: pledge.code, capRupiah };
  },
);

function reasonsAgainst(input: Input, neededRupiah: number): readonly RaiseRefusal[] {
  const isHighEnough = Number.isSafeInteger(input.capRupiah) && input.capRupiah >= neededRupiah;
  return [
    ...(input.consentTextVersion.trim() === "" ? [{ reason: "consent-text-missing" } as const] : []),
    ...(isHighEnough ? [] : [{ reason: "cap-too-low", neededRupiah } as const]),
  ];
}
