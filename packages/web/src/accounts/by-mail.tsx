import type { ReactElement } from "react";
import { accountAdminTexts } from "#language/account-admin.ts";
import { useTexts } from "#language/use-texts.ts";
import { Choices } from "#ui";

/** Whether the code goes by e-mail instead of on paper; asked only where the city has a mail server. */
export function ByMail({ mayMail }: { readonly mayMail: boolean }): ReactElement | null {
  const t = useTexts(accountAdminTexts).mail;
  if (!mayMail) return null;
  return (
    <Choices
      name="surat"
      label={t.label}
      hint={t.hint}
      several
      options={[{ value: "surel", label: t.choice }]}
    />
  );
}
