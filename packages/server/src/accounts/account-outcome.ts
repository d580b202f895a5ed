import type { Step } from "#use-case";

export type AccountRefusal =
  | "email-invalid"
  | "email-taken"
  | "name-missing"
  | "role-unknown"
  | "place-unknown"
  | "period-invalid"
  | "own-account"
  | "last-administrator"
  | "ended"
  | "waiting";

/** The one-time code, in the only moment in which it can be read. */
export type OneTimeCode = { readonly inviteCode: string; readonly expiresAt: Date };

/** Writes the letter that carries a code; its words belong to the pages. */
export type WriteLetter = (code: OneTimeCode) => { readonly subject: string; readonly text: string };

/** A code goes to the person one way: told to whoever asked, or by e-mail and to nobody else. */
export type Handed = { readonly code: OneTimeCode } | { readonly code: null; readonly isMailed: true };

export type Refused = { readonly outcome: "refused"; readonly reasons: readonly AccountRefusal[] };
export type AccountOutcome =
  | {
      readonly outcome: "done";
      readonly accountId: string;
      readonly code: OneTimeCode | null;
      readonly isMailed?: true;
    }
  /** A second person must agree first; the code appears where that happens. */
  | { readonly outcome: "waits"; readonly accountId: string }
  | Refused;

/** A refusal about an account that exists is kept: somebody tried. */
export async function refuse(
  step: Step,
  accountId: string,
  ...reasons: readonly AccountRefusal[]
): Promise<Refused> {
  await step.audit({ objectType: "account", objectId: accountId, details: { refused: reasons } });
  return { outcome: "refused", reasons };
}

/** A refused form that would have made an account: there is none yet that it could stand at. */
export function refuseNew(step: Step, reasons: readonly AccountRefusal[]): Promise<Refused> {
  return refuse(step, "new", ...reasons);
}
