import type { AccountRow, AccountState } from "@tuwai/server/accounts";
import type { ReactElement } from "react";
import { accountAdminTexts } from "#language/account-admin.ts";
import { dayOf } from "#language/day-of.ts";
import { formatInstant } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Tag, type Status } from "#ui";

const looks: Record<AccountState, Status> = {
  waiting: "decision",
  invited: "waiting",
  "code-dead": "arrears",
  "no-post": "inactive",
  active: "active",
  ended: "refused",
};

/** How an account stands, and what that means. */
export function AccountStateTag({ account }: { readonly account: AccountRow }): ReactElement {
  const t = useTexts(accountAdminTexts);
  return <Tag status={looks[account.state]}>{t.states[account.state]}</Tag>;
}

export function AccountNext({ account }: { readonly account: AccountRow }): ReactElement {
  const t = useTexts(accountAdminTexts).next;
  const language = useLanguage();
  const { state, codeExpiresAt, lastSignIn, endedAt } = account;
  const active = () => (lastSignIn === null ? t.neverIn : t.active(formatInstant(language, lastSignIn)));
  const words = {
    waiting: () => t.waiting,
    invited: () => t.invited(codeExpiresAt === null ? "" : formatInstant(language, codeExpiresAt)),
    "code-dead": () => t.codeDead,
    "no-post": () => t.noPost,
    active,
    ended: () => t.ended(endedAt === null ? "" : dayOf(language, endedAt)),
  };
  return <p className="quiet">{words[state]()}</p>;
}
