import type { PasswordFault } from "@tuwai/domain/accounts";
import { AppError } from "#app";
import { hashPassword } from "#sessions";
import { act } from "#use-case";
import { wordsOfCity } from "./accept-invitation.ts";
import { checkPassword } from "./check-password.ts";
import { limitAttempts } from "./limit-attempts.ts";
import { savePassword } from "./life.store.ts";
import { noteSignIn } from "./note-sign-in.ts";
import { deleteSessions } from "./session.store.ts";

export type PasswordOutcome =
  | { readonly outcome: "changed"; readonly endedSessions: number }
  | { readonly outcome: "wrong-password" }
  | { readonly outcome: "weak"; readonly faults: readonly PasswordFault[] };

/** Sets a new password with the current one (OWASP ASVS 5.0, 6.2.3); all other sessions end (7.4.3). Throws `rate-limited` after too many wrong ones. */
export const changePassword = act(
  { name: "account.password.change", permission: "device.revoke" },
  async (
    { app, actor, inAccounts },
    input: { readonly password: string; readonly newPassword: string; readonly headers: Headers },
  ): Promise<PasswordOutcome> => {
    const { password, newPassword, headers } = input;
    const session = await app.auth.api.getSession({ headers });
    if (!session) throw new AppError("unauthenticated");
    const attempt = {
      kind: "password",
      account: session.user.email,
      headers,
      isRight: (is: boolean) => is,
      onLocked: (seconds: number) =>
        noteSignIn(app, {
          event: "session.locked",
          userId: actor.userId,
          actor,
          details: { by: "password", seconds },
        }),
    } as const;
    const isRight = await limitAttempts(app, attempt, () =>
      app.auth.api.verifyPassword({ body: { password }, headers }).then(
        ({ status }) => status,
        () => false,
      ),
    );
    if (!isRight) return { outcome: "wrong-password" };
    const faults = await checkPassword(newPassword, { ...session.user, words: await wordsOfCity(app) });
    if (faults.length > 0) return { outcome: "weak", faults };
    const passwordHash = await hashPassword(newPassword);
    return inAccounts(async (step) => {
      await savePassword(step.tx, actor.userId, passwordHash);
      const endedSessions = await deleteSessions(step.tx, {
        userId: actor.userId,
        except: session.session.id,
      });
      await step.audit({ objectType: "account", objectId: actor.userId, details: { endedSessions } });
      return { outcome: "changed", endedSessions };
    });
  },
);
