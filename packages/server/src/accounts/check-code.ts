import type { App } from "#app";
import { stepOfCode } from "#sessions";
import { askAuth } from "./ask-auth.ts";
import { takeStep } from "./used-code.store.ts";

export type CodeAnswer =
  | { readonly outcome: "right"; readonly response: Response }
  | { readonly outcome: "wrong-code" | "used-code" };

/**
 * Asks better-auth about a code of the second factor: six digits of the app, or a backup code. Each counts once, also for two
 * requests at the same moment: a code of the app takes its step before it is looked at.
 */
export async function checkCode(
  app: App,
  { userId, code, headers }: { readonly userId: string; readonly code: string; readonly headers: Headers },
): Promise<CodeAnswer> {
  const digits = code.replaceAll(/\s/g, "");
  const isTotp = /^\d{6}$/.test(digits);
  if (isTotp) {
    const step = await stepOfCode(app.auth, userId, digits);
    if (step === null) return { outcome: "wrong-code" };
    if (!(await takeStep(app.db.as("app_auth"), userId, step))) return { outcome: "used-code" };
  }
  const path = isTotp ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
  const response = await askAuth(app, path, { code: digits }, headers);
  return response.ok ? { outcome: "right", response } : { outcome: "wrong-code" };
}
