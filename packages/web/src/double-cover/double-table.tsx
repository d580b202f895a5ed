import type { DoubleWorker } from "@tuwai/server/double-cover";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { doubleCoverTexts } from "#language/double-cover.ts";
import { formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Table } from "#ui";

type Props = {
  readonly workers: readonly DoubleWorker[];
  readonly mayWrite: boolean;
  readonly operation: string;
};

/** Who is paid for twice, by whom, and what was decided. */
export function DoubleTable({ workers, mayWrite, operation }: Props): ReactElement {
  const t = useTexts(doubleCoverTexts);
  const language = useLanguage();
  const to = useLocalPath();
  return (
    <Table
      caption={t.caption}
      rows={workers}
      keyOf={({ personId }) => personId}
      columns={[
        {
          key: "person",
          head: t.columns.person,
          cell: ({ person: { code, name } }) => <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>,
        },
        {
          key: "others",
          head: t.columns.others,
          phone: "wide",
          cell: ({ others }) => <Others others={others} mayWrite={mayWrite} operation={operation} />,
        },
        {
          key: "months",
          head: t.columns.months,
          number: true,
          cell: ({ months }) => formatNumber(language, months.length),
        },
        {
          key: "rupiah",
          head: t.columns.rupiah,
          number: true,
          cell: ({ rupiah }) => formatRupiah(language, rupiah),
        },
        {
          key: "decision",
          head: t.columns.decision,
          phone: "wide",
          cell: (worker) => <Decision worker={worker} mayWrite={mayWrite} operation={operation} />,
        },
      ]}
    />
  );
}

type OthersProps = Pick<Props, "mayWrite" | "operation"> & { readonly others: DoubleWorker["others"] };

function Others({ others, mayWrite, operation }: OthersProps) {
  const t = useTexts(doubleCoverTexts);
  const language = useLanguage();
  return others.map(({ id, payer, fromMonth, lastMonth }) => (
    <div key={id}>
      {t.span(payer, formatMonth(language, fromMonth), lastMonth && formatMonth(language, lastMonth))}
      {mayWrite && (
        <Form method="post">
          <OperationField id={operation} />
          <input type="hidden" name="catatan" value={id} />
          <Button name="aksi" value="tarik" look="plain" small aria-label={t.withdrawOf(payer)}>
            {t.withdraw}
          </Button>
        </Form>
      )}
    </div>
  ));
}

type DecisionProps = Pick<Props, "mayWrite" | "operation"> & { readonly worker: DoubleWorker };

function Decision({ worker, mayWrite, operation }: DecisionProps) {
  const t = useTexts(doubleCoverTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { answer, isOpen, freesRupiah, personId } = worker;
  if (answer !== null)
    return (
      <>
        {answer.answer === "end-ours"
          ? t.answers["end-ours"](formatMonth(language, answer.month ?? ""), answer.reason)
          : t.answers["keep-ours"](answer.reason)}
        {mayWrite && (
          <Form method="post">
            <OperationField id={operation} />
            <input type="hidden" name="jawaban" value={answer.id} />
            <Button name="aksi" value="urungkan" look="plain" small>
              {t.undo}
            </Button>
          </Form>
        )}
      </>
    );
  if (!isOpen) return t.past;
  return (
    <>
      {t.frees(formatRupiah(language, freesRupiah))}
      {mayWrite && (
        <div>
          <a href={to(`/iuran/rangkap?putus=${personId}#putus`)}>{t.decide}</a>
        </div>
      )}
    </>
  );
}
