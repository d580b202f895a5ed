import type { ReactElement } from "react";
import { jakartaDate } from "@tuwai/domain/time";
import { accountTexts } from "#language/accounts.ts";
import { claimabilityTexts } from "#language/claimability.ts";
import { formatShortDate } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { wordOf } from "#language/word-of.ts";
import { type Column, Table, Tag } from "#ui";
import type { ClaimabilityData, JudgedRow } from "./load-claimability.ts";
import { MissingList } from "./missing-list.tsx";
import { RedForm } from "./red-form.tsx";

export type Failed = { readonly enrolmentId: string; readonly error: string } | undefined;

/** Everybody who waits to be sent, with what is missing; whoever decides finds the form in the line. */
export function JudgedTable({
  page,
  failed,
}: {
  readonly page: ClaimabilityData;
  readonly failed: Failed;
}): ReactElement {
  const t = useTexts(claimabilityTexts);
  const to = useLocalPath();
  const act: Column<JudgedRow> = {
    key: "act",
    phone: "wide",
    head: t.columns.act,
    cell: (row) =>
      (row.result === "red" || row.decision !== null) && (
        <RedForm row={row} error={failed?.enrolmentId === row.enrolmentId ? failed.error : undefined} />
      ),
  };
  const decides =
    page.can.decide && page.rows.some(({ result, decision }) => result === "red" || decision !== null);
  return (
    <Table
      caption={t.caption}
      rows={page.rows}
      keyOf={({ enrolmentId }) => enrolmentId}
      columns={[
        {
          key: "person",
          head: t.columns.person,
          cell: ({ person: { code, name }, village }) => (
            <>
              {code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>}
              <div className="quiet small">
                {code} · {village}
              </div>
            </>
          ),
        },
        { key: "result", head: t.columns.result, cell: (row) => <ResultTag row={row} /> },
        {
          key: "missing",
          phone: "wide",
          head: t.columns.missing,
          cell: (row) => (
            <>
              <MissingList missing={row.missing} personCode={row.person.code} mayEdit={page.mayEdit} />
              <DecidedLine row={row} />
            </>
          ),
        },
        { key: "packet", head: t.columns.packet, cell: ({ packetCode }) => packetCode ?? t.noPacket },
        ...(decides ? [act] : []),
      ]}
    />
  );
}

const looks = { red: "refused", amber: "waiting", green: "active" } as const;

function ResultTag({ row }: { readonly row: JudgedRow }): ReactElement {
  const t = useTexts(claimabilityTexts);
  if (row.decision?.decision === "hold") return <Tag status="inactive">{t.held}</Tag>;
  return (
    <>
      <Tag status={looks[row.result]}>{t.results[row.result]}</Tag>
      {row.decision?.decision === "send" && <div className="quiet small">{t.sentAnyway}</div>}
    </>
  );
}

/** Who was held back or sent all the same, by whom, when and why. */
function DecidedLine({ row: { decision } }: { readonly row: JudgedRow }): ReactElement | null {
  const t = useTexts(claimabilityTexts);
  const { roles } = useTexts(accountTexts);
  const language = useLanguage();
  if (decision === null) return null;
  const on = formatShortDate(language, jakartaDate(decision.at.getTime()));
  return (
    <p className="small">{t.decided(wordOf(t.reasons, decision.reason), wordOf(roles, decision.role), on)}</p>
  );
}
