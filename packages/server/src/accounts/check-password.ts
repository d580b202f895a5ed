import { passwordFaults, type PasswordFault } from "@tuwai/domain/accounts";
import { commonPasswords } from "./common-passwords.ts";

/** Faults of a new password of this person; `words` are those of the city. */
export async function checkPassword(
  password: string,
  {
    email,
    name,
    words,
  }: { readonly email: string; readonly name: string; readonly words: readonly string[] },
): Promise<readonly PasswordFault[]> {
  const around = [
    ...words,
    "tuwai",
    "ketan",
    "jamsostek",
    "bpjs",
    ...email.split(/[@.]/),
    ...name.split(/\s+/),
  ];
  return passwordFaults(password, { words: around, isCommon: await commonPasswords() });
}
