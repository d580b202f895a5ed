import { type App, AppError, type Role } from "#app";
import { hashPassword } from "#sessions";
import { insertAccount } from "./account.store.ts";

export type DemoAccount = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly scope?: string;
};

/** Makes accounts that share one printed password: for a demo city only. Those that exist already are left alone. */
export async function createDemoAccounts(
  app: App,
  accounts: readonly DemoAccount[],
  password: string,
): Promise<void> {
  if (!app.config.demo) throw new AppError("forbidden", { reason: "demo-accounts-are-for-demo" });
  const passwordHash = await hashPassword(password);
  const { regionCode } = app.config;
  for (const { email, name, role, scope = null } of accounts) {
    const appointment = { id: app.newId(), regionCode, role, scope, validFrom: "2025-07-03" };
    await insertAccount(app.db.as("app_auth"), {
      userId: app.newId(),
      email,
      name,
      passwordHash,
      appointment,
    });
  }
}
