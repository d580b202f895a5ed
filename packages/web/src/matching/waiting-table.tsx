import type { ReactElement } from "react";
import type { WaitingPerson } from "@tuwai/server/matching";
import { wordOf } from "#language/word-of.ts";
import { contributionTexts } from "#language/contributions.ts";
import { sponsorTexts } from "#language/sponsors.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table } from "#ui";

type Row = WaitingPerson & { readonly village: string };

/** Who waits, with the reasons of urgency in words and a box to tick. */
export function WaitingTable({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  const t = useTexts(sponsorTexts).waiting;
  const c = useTexts(contributionTexts);
  const to = useLocalPath();
  const why = ({ reasons }: Row): string =>
    reasons.length === 0 ? t.noReason : reasons.map((code) => wordOf(t.reasons, code)).join(", ");
  return (
    <div id="orang" tabIndex={-1}>
      <Table
        caption={t.caption}
        rows={rows}
        keyOf={({ personId }) => personId}
        columns={[
          {
            key: "person",
            head: t.columns.person,
            cell: ({ personId, person: { code, name } }) => (
              <div className="choice">
                <input
                  type="checkbox"
                  name="orang"
                  value={personId}
                  aria-label={t.choose(name ?? code ?? "")}
                />
                <span>
                  {code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>}
                  <span className="quiet small"> {code}</span>
                </span>
              </div>
            ),
          },
          { key: "why", phone: "wide", head: t.columns.why, cell: why },
          { key: "village", head: t.columns.village, cell: ({ village }) => village },
          {
            key: "work",
            head: t.columns.work,
            cell: ({ person: { occupationGroup } }) =>
              occupationGroup ? wordOf(c.occupations, occupationGroup) : "",
          },
        ]}
      />
    </div>
  );
}
