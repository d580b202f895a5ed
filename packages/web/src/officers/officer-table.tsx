import type { Officer } from "@tuwai/server/officers";
import type { ReactElement } from "react";
import { formatRupiah } from "#language/format.ts";
import { officerTexts } from "#language/officers.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table, Tag } from "#ui";

export type OfficerLine = Officer & { readonly village: string };

/** The officers with wage and price; a box to tick for whoever may enrol them. */
export function OfficerTable(props: {
  readonly rows: readonly OfficerLine[];
  readonly mayChoose: boolean;
}): ReactElement {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const { rows, mayChoose } = props;
  const rupiah = (amount: number | null, otherwise: string) =>
    amount === null ? otherwise : formatRupiah(language, amount);
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
            cell: (row) => (mayChoose ? <Choice row={row} /> : <Name row={row} />),
          },
          { key: "village", head: t.columns.village, cell: ({ village }) => village },
          { key: "position", head: t.columns.position, cell: ({ position }) => position ?? "" },
          {
            key: "wage",
            head: t.columns.wage,
            number: true,
            cell: ({ wageRupiah, newWageRupiah }) => (
              <>
                {rupiah(wageRupiah, t.noWage)}
                {newWageRupiah !== null && (
                  <div className="quiet small">{t.newWage(formatRupiah(language, newWageRupiah))}</div>
                )}
              </>
            ),
          },
          {
            key: "price",
            head: t.columns.price,
            number: true,
            cell: ({ priceRupiah }) => rupiah(priceRupiah, t.noPrice),
          },
          { key: "state", head: t.columns.state, cell: (row) => <State row={row} /> },
        ]}
      />
    </div>
  );
}

type Row = { readonly row: OfficerLine };

function Choice({ row }: Row) {
  const t = useTexts(officerTexts);
  const { code, name } = row.person;
  return (
    <div className="choice">
      <input type="checkbox" name="orang" value={row.personId} aria-label={t.choose(name ?? code ?? "")} />
      <span>
        <Name row={row} />
      </span>
    </div>
  );
}

function Name({ row: { person } }: Row) {
  const to = useLocalPath();
  const { code, name } = person;
  if (code === undefined) return <>{name}</>;
  return (
    <>
      <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>
      <span className="quiet small"> {code}</span>
    </>
  );
}

function State({ row: { state, reasons } }: Row) {
  const t = useTexts(officerTexts);
  if (state !== null)
    return <Tag status={state === "accepted" ? "active" : "process"}>{t.states[state]}</Tag>;
  const why = reasons.map((reason) => t.reasons[reason]).join(", ");
  return (
    <>
      <Tag status="waiting">{t.notEnrolled}</Tag>
      {why !== "" && <div className="quiet small">{why}</div>}
    </>
  );
}
