import { AppError, type Role } from "#app";
import { hashPassword } from "#sessions";
import { act } from "#use-case";
import { addAccount } from "./add-account.ts";
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
export const createAccount = act(
  { name: "account.create", permission: "user.manage" },
  async ({ inAccounts }, input: NewAccount): Promise<{ readonly userId: string }> => {
    const { password, ...account } = input;
    const passwordHash = await hashPassword(password);
    const email = normalEmail(input.email);
    const userId = await inAccounts((step) =>
      addAccount(step, { ...account, email, passwordHash, validFrom: step.today }).then((added) => {
        if (added === null) throw new AppError("conflict", { field: "email" });
        return added;
      }),
    );
    return { userId };
  },
);
