import type { ClaimKind } from "@tuwai/domain/benefits";
import type { Step } from "#use-case";
import { insertStep } from "./claim-step.store.ts";
import { type Claim, claimOf } from "./get-claim.ts";
import { type ClaimAsked, requireClaim } from "./hold-claim.ts";

/** A case with whom it is about, for papers that name the worker: whoever shows the name notes it. */
export type ClaimForLetter = { readonly claim: Claim; readonly personId: string };

/** The case of a code within the step's area. Throws `not-found`. */
export async function claimForLetter(step: Step, asked: ClaimAsked): Promise<ClaimForLetter> {
  const row = await requireClaim(step, asked);
  return { claim: await claimOf(step, row), personId: row.personId };
}

/** Notes in the case's journey that a letter was made, and why. Part of the caller's change, which is audited. Throws `not-found`. */
export async function noteLetter(
  step: Step,
  asked: ClaimAsked,
  { letter, reason }: { readonly letter: string; readonly reason: string },
): Promise<{ readonly claimId: string; readonly kind: ClaimKind }> {
  const row = await requireClaim(step, asked, "hold");
  await insertStep(step, row, { step: "letter", details: { letter, reason } });
  return { claimId: row.id, kind: row.kind };
}
