import type { ListedClaim } from "@tuwai/server/claims";
import type { ReactElement } from "react";
import { claimTexts } from "#language/claims.ts";
import { formatDate, formatRupiah } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";
import { claimPath } from "./claim-code.ts";
import { StateTag, TurnWords } from "./turn-words.tsx";

type Row = ListedClaim & { readonly village: string | null };
type Around = { readonly today: string; readonly mayRead: boolean };

/** A family by its initials, with whose turn it is; what it is paid stands beside what was expected. */
export function ClaimTable(props: {
  readonly rows: readonly Row[];
  readonly page: Around;
  readonly caption: string;
}): ReactElement {
  const t = useTexts(claimTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { rows, page, caption } = props;
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ code }) => code}
      columns={[
        {
          key: "family",
          head: t.columns.family,
          cell: ({ code, initials }) =>
            page.mayRead ? <a href={to(claimPath(code))}>{t.family(initials)}</a> : t.family(initials),
        },
        { key: "village", head: t.columns.village, cell: ({ village }) => village ?? "–" },
        { key: "kind", head: t.columns.kind, cell: ({ kind }) => t.shortKinds[kind] },
        { key: "on", head: t.columns.on, cell: ({ happenedOn }) => formatDate(language, happenedOn) },
        { key: "money", head: t.columns.money, cell: (row) => <Money claim={row} /> },
        {
          key: "turn",
          head: t.columns.turn,
          phone: "wide",
          cell: (row) => <TurnWords claim={row} today={page.today} />,
        },
        { key: "state", head: t.columns.state, cell: (row) => <StateTag state={row.state} /> },
      ]}
    />
  );
}

function Money({ claim }: { readonly claim: ListedClaim }) {
  const t = useTexts(claimTexts);
  const language = useLanguage();
  const { expected, received } = claim;
  return (
    <>
      {expected === null ? t.notReckoned : t.expected(formatRupiah(language, expected))}
      <br />
      {received === 0 ? t.nothingReceived : <strong>{t.received(formatRupiah(language, received))}</strong>}
    </>
  );
}
