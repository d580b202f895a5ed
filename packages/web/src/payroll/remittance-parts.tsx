import type { ReactElement } from "react";
import { formatRupiah, formatShortDate } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import {
  Actions,
  Button,
  Card,
  EmptyState,
  FileField,
  type FormErrors,
  SelectField,
  Table,
  Tag,
  TextField,
} from "#ui";
import type { RemittancesData } from "./remittance-data.ts";

type Props = { readonly page: RemittancesData; readonly errors?: FormErrors | undefined };
type Row = RemittancesData["rows"][number];

/** Transfers with what became of them. */
export function RemittanceTable({ page }: Props): ReactElement {
  const t = useTexts(payrollTexts).remittance;
  const language = useLanguage();
  const to = useLocalPath();
  if (page.rows.length === 0) return <EmptyState title={t.none} />;
  const slip = ({ code, slipType }: Row) => {
    if (slipType === null) return <span className="quiet small">{t.noSlip}</span>;
    return page.maySeeSlip ? <a href={to(`/iuran/setoran/${code}/slip`)}>{t.openSlip}</a> : null;
  };
  return (
    <Table
      caption={t.caption}
      rows={page.rows}
      keyOf={({ code }) => code}
      columns={[
        { key: "code", head: t.code, cell: ({ code }) => code },
        ...(page.isOffice ? [] : [{ key: "office", head: t.office, cell: ({ office }: Row) => office }]),
        { key: "rupiah", head: t.rupiah, number: true, cell: ({ rupiah }) => formatRupiah(language, rupiah) },
        {
          key: "day",
          head: t.day,
          cell: ({ sentOn, reference }) => (
            <>
              {formatShortDate(language, sentOn)} <span className="quiet small">{reference}</span>
            </>
          ),
        },
        { key: "state", head: t.state, cell: (row) => <State row={row} /> },
        { key: "slip", head: t.slip, cell: slip },
        {
          key: "act",
          head: t.act,
          cell: (row) =>
            page.mayTell && row.receivedAt === null ? <Withdraw code={row.code} page={page} /> : null,
        },
      ]}
    />
  );
}

function State({ row }: { readonly row: Row }): ReactElement {
  const t = useTexts(payrollTexts).remittance;
  const language = useLanguage();
  if (row.arrivedOn === null) return <Tag status="waiting">{t.waiting}</Tag>;
  const left = row.rupiah - row.matchedRupiah;
  return (
    <>
      <Tag status={left === 0 ? "active" : "process"}>
        {t.arrived(formatShortDate(language, row.arrivedOn))}
      </Tag>
      <div className="quiet small">{left === 0 ? t.allMatched : t.left(formatRupiah(language, left))}</div>
    </>
  );
}

function Withdraw({ code, page }: { readonly code: string; readonly page: RemittancesData }): ReactElement {
  const t = useTexts(payrollTexts).remittance;
  return (
    <form method="post" encType="multipart/form-data">
      <OperationField id={page.operation} />
      <input type="hidden" name="setoran" value={code} />
      <Button look="plain" small name="aksi" value="tarik" aria-label={`${t.withdraw} ${code}`}>
        {t.withdraw}
      </Button>
    </form>
  );
}

/** Finance says which of the transfers told it sees on the account. */
export function ReceiveForm({ page, errors }: Props): ReactElement | null {
  const t = useTexts(payrollTexts).remittance;
  const language = useLanguage();
  const waiting = page.rows.filter(({ receivedAt }) => receivedAt === null);
  if (waiting.length === 0) return null;
  const known = page.rows.find(({ bank }) => bank !== null)?.bank ?? "";
  return (
    <Card title={t.receiveTitle}>
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <OperationField id={page.operation} />
        <SelectField
          name="setoran"
          label={t.which}
          options={waiting.map(({ code, office, rupiah }) => ({
            value: code,
            label: `${code}, ${office}, ${formatRupiah(language, rupiah)}`,
          }))}
        />
        <TextField
          name="rekening"
          label={t.bank}
          hint={t.bankHint}
          defaultValue={known}
          autoComplete="off"
          width="middle"
          error={errors?.["rekening"]}
        />
        <TextField
          name="tiba"
          type="date"
          label={t.arrivedOn}
          defaultValue={page.today}
          max={page.today}
          error={errors?.["tiba"]}
        />
        <Actions>
          <Button name="aksi" value="terima">
            {t.receive}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}

export function TellForm({ page, errors }: Props): ReactElement {
  const t = useTexts(payrollTexts).remittance;
  return (
    <Card title={t.tellTitle}>
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <OperationField id={page.operation} />
        {!page.isOffice && (
          <TextField
            name="opd"
            label={t.office}
            defaultValue={page.office}
            autoComplete="off"
            error={errors?.["opd"]}
          />
        )}
        <TextField
          name="jumlah"
          label={t.rupiah}
          inputMode="numeric"
          autoComplete="off"
          width="middle"
          error={errors?.["jumlah"]}
        />
        <TextField
          name="tanggal"
          type="date"
          label={t.sentOn}
          defaultValue={page.today}
          max={page.today}
          error={errors?.["tanggal"]}
        />
        <TextField
          name="referensi"
          label={t.reference}
          autoComplete="off"
          maxLength={80}
          error={errors?.["referensi"]}
        />
        <FileField
          name="slip"
          label={t.slip}
          hint={t.slipHint}
          accept="application/pdf,image/*"
          error={errors?.["slip"]}
        />
        <Actions>
          <Button look={page.isOffice ? "main" : "plain"} name="aksi" value="catat">
            {t.send}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}
