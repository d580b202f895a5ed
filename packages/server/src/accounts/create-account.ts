import { authorise } from "#access";
import { type Actor, type App, AppError, type Role } from "#app";
import { hashPassword } from "#sessions";
import { insertAccount } from "./account.store.ts";
import { normalEmail } from "./normal-email.ts";

export type NewAccount = {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  /** Village, kecamatan or OPD code, BPJS branch, or civil servant id, as the role needs. */
  readonly scope?: string;
};

/** Makes an account with one appointment from today on; throws `conflict` when the address is taken. */
export async function createAccount(
  app: App,
  actor: Actor,
  input: NewAccount,
): Promise<{ readonly userId: string }> {
  authorise(actor, "user.manage");
  const userId = app.newId();
  const added = await insertAccount(app.db.as("app_auth"), {
    userId,
    email: normalEmail(input.email),
    name: input.name,
    passwordHash: await hashPassword(input.password),
    appointment: {
      id: app.newId(),
      regionCode: app.config.regionCode,
      role: input.role,
      scope: input.scope ?? null,
      validFrom: app.clock.today(),
    },
  });
  if (!added) throw new AppError("conflict", { field: "email" });
  return { userId };
}
