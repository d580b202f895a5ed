import type { AccountRow } from "@tuwai/server/accounts";
import type { ReactElement } from "react";
import { accountAdminTexts } from "#language/account-admin.ts";
import { accountTexts } from "#language/accounts.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table, type Option } from "#ui";
import { AccountNext, AccountStateTag } from "./account-state.tsx";
import { wordsOfScope } from "./place-words.ts";

/** Who has an account, as what and where, and how it stands. */
export function AccountTable(props: {
  readonly rows: readonly AccountRow[];
  readonly places: readonly Option[];
}): ReactElement {
  const t = useTexts(accountAdminTexts).list;
  const { roles } = useTexts(accountTexts);
  const to = useLocalPath();
  return (
    <Table
      caption={t.title}
      rows={props.rows}
      keyOf={({ accountId }) => accountId}
      columns={[
        {
          key: "name",
          head: t.columns.name,
          cell: ({ accountId, name, email }) => (
            <>
              <a href={to(`/admin/pengguna/${accountId}`)}>{name}</a>
              <div className="quiet small">{email}</div>
            </>
          ),
        },
        {
          key: "role",
          phone: "wide",
          head: t.columns.role,
          cell: ({ role, scope }) =>
            [role && roles[role], wordsOfScope(props.places, scope)].filter(Boolean).join(", "),
        },
        { key: "state", head: t.columns.state, cell: (account) => <AccountStateTag account={account} /> },
        {
          key: "next",
          phone: "wide",
          head: t.columns.next,
          cell: (account) => <AccountNext account={account} />,
        },
      ]}
    />
  );
}
