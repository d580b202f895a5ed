import type { ReactElement } from "react";
import { Form } from "react-router";
import { wordOf } from "#language/word-of.ts";
import { OperationField } from "#shell";
import { contributionTexts } from "#language/contributions.ts";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatRupiah, formatShortDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Button, Table, Tag, type Column } from "#ui";
import { AgainForm, StateTag } from "#enrolment";
import type { PacketData } from "./load-packet.ts";

type Row = PacketData["rows"][number];

/** The lines of a packet. Whoever may change it sees what can be done with each line. */
export function PacketLines({ page }: { readonly page: PacketData }): ReactElement {
  const t = useTexts(enrolmentTexts);
  const facts = useFactColumns();
  const state: Column<Row> = {
    key: "state",
    head: t.packet.columns.state,
    cell: ({ state: each, isCurrent }) =>
      page.state === "draft" && !isCurrent ? (
        <Tag status="inactive">{t.packet.remove}</Tag>
      ) : (
        <StateTag of="lineStates" state={each} />
      ),
  };
  const reason: Column<Row> = {
    key: "reason",
    phone: "wide",
    head: t.packet.columns.reason,
    cell: ({ reason: each }) => each,
  };
  const act: Column<Row> = {
    key: "act",
    phone: "wide",
    head: t.packet.columns.act,
    cell: (row) => <LineAct page={page} row={row} />,
  };
  const hasActs = page.maySubmit && (page.state === "draft" || page.rows.some(({ again }) => again !== null));
  const [person, ...others] = facts;
  return (
    <Table
      caption={t.packet.caption}
      rows={page.rows}
      keyOf={({ lineNo }) => String(lineNo)}
      columns={[
        ...(person === undefined ? [] : [person]),
        state,
        ...(page.rejected > 0 ? [reason] : []),
        ...others,
        ...(hasActs ? [act] : []),
      ]}
    />
  );
}

function useFactColumns(): Column<Row>[] {
  const t = useTexts(enrolmentTexts);
  const c = useTexts(contributionTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const heads = t.packet.columns;
  return [
    {
      key: "person",
      head: heads.person,
      cell: ({ lineNo, person: { code, name } }) => (
        <>
          {code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>}
          <div className="quiet small">
            {heads.no} {lineNo} {code}
          </div>
        </>
      ),
    },
    {
      key: "nik",
      head: heads.nik,
      cell: ({ person: { nikStatus } }) =>
        nikStatus === undefined ? t.list.nothing : wordOf(t.packet.nikStates, nikStatus),
    },
    {
      key: "birth",
      phone: "left-out",
      head: heads.birth,
      cell: ({ person: { birthDate } }) =>
        birthDate ? formatShortDate(language, birthDate) : t.list.nothing,
    },
    { key: "fund", head: heads.fund, cell: ({ fundSource }) => wordOf(c.fundSources, fundSource) },
    { key: "wadah", phone: "left-out", head: heads.wadah, cell: ({ wadah }) => wadah },
    {
      key: "amount",
      head: heads.amount,
      number: true,
      cell: ({ amountRupiah }) => formatRupiah(language, amountRupiah),
    },
    { key: "village", head: heads.village, cell: ({ village }) => village },
  ];
}

function LineAct({ page, row }: { readonly page: PacketData; readonly row: Row }): ReactElement | null {
  const t = useTexts(enrolmentTexts).packet;
  const code = row.person.code ?? "";
  if (row.again !== null) return <AgainForm enrolment={row.again} operation={row.operation} code={code} />;
  if (page.state !== "draft") return null;
  return (
    <Form method="post">
      <OperationField id={row.operation} />
      <input type="hidden" name="aksi" value="keluarkan" />
      <input type="hidden" name="versi" value={page.version} />
      <input type="hidden" name="kode" value={code} />
      <Button look="plain" small aria-label={t.removeOne(row.person.name ?? code)}>
        {t.remove}
      </Button>
    </Form>
  );
}
