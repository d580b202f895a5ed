import type { AccountRow } from "@tuwai/server/accounts";
import type { ReactElement } from "react";
import { accountAdminTexts } from "#language/account-admin.ts";
import { accountTexts } from "#language/accounts.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { ButtonLink, Card, type Option } from "#ui";
import styles from "./account-cards.module.css";
import { AccountNext, AccountStateTag } from "./account-state.tsx";
import { wordsOfScope } from "./place-words.ts";

/** Accounts as cards: one column on a phone, as many as fit on a desk. */
export function AccountCards(props: {
  readonly rows: readonly AccountRow[];
  readonly places: readonly Option[];
}): ReactElement {
  const t = useTexts(accountAdminTexts).list;
  const { roles } = useTexts(accountTexts);
  const to = useLocalPath();
  return (
    <ul className={styles["cards"]}>
      {props.rows.map((account) => (
        <li key={account.accountId}>
          <Card title={account.name}>
            <div>
              <AccountStateTag account={account} />
            </div>
            <p>
              {[account.role && roles[account.role], wordsOfScope(props.places, account.scope)]
                .filter(Boolean)
                .join(", ")}
            </p>
            <p className={styles["email"]}>{account.email}</p>
            <AccountNext account={account} />
            <div>
              <ButtonLink look="plain" small href={to(`/admin/pengguna/${account.accountId}`)}>
                {t.open}
              </ButtonLink>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
