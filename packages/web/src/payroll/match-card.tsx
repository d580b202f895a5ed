import type { ReactElement } from "react";
import { transferEndings } from "@tuwai/domain/payroll";
import { formatRupiah, formatShortDate } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, DescriptionList, Disclosure, SelectField } from "#ui";
import { EndingFields, EndingState, UndoEnding } from "./ending-parts.tsx";
import type { ReconciliationData } from "./reconciliation-data.ts";

type Props = { readonly page: ReconciliationData };

/** What the office took against what reached the account; each match can be undone, and a shortfall ends by two persons. */
export function MatchCard({ page }: Props): ReactElement {
  const t = useTexts(payrollTexts).match;
  const language = useLanguage();
  const { transfer } = page;
  const rupiah = (amount: number) => formatRupiah(language, amount);
  const isShort = transfer.short > 0;
  return (
    <Card title={t.title}>
      <DescriptionList
        facts={[
          { name: t.deducted, value: rupiah(transfer.deducted) },
          { name: t.matched, value: rupiah(transfer.matched) },
          ...(transfer.borne > 0 ? [{ name: t.borne, value: rupiah(transfer.borne) }] : []),
          ...(isShort ? [{ name: t.short, value: rupiah(transfer.short) }] : []),
        ]}
      />
      {page.hasResult && !isShort && <p>{t.all}</p>}
      <Matches page={page} />
      {page.mayDecide && isShort && <MatchForm page={page} />}
      {transfer.ending !== null && (
        <p>
          <EndingState ending={transfer.ending} />
        </p>
      )}
      {page.mayDecide && transfer.ending !== null && <UndoEnding page={page} ending={transfer.ending} />}
      {page.mayDecide && isShort && page.arrived.length === 0 && <ShortForm page={page} />}
    </Card>
  );
}

function Matches({ page }: Props): ReactElement | null {
  const t = useTexts(payrollTexts).match;
  const language = useLanguage();
  if (page.matches.length === 0) return null;
  return (
    <ul className="tasks">
      {page.matches.map(({ id, rupiah, remittanceCode }) => (
        <li key={id}>
          <div>{t.part(formatRupiah(language, rupiah), remittanceCode)}</div>
          {page.mayDecide && (
            <form method="post">
              <OperationField id={page.operation} />
              <input type="hidden" name="versi" value={page.batch.version} />
              <input type="hidden" name="cocok" value={id} />
              <Button look="plain" small name="aksi" value="lepas" aria-label={`${t.undo} ${remittanceCode}`}>
                {t.undo}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function MatchForm({ page }: Props): ReactElement {
  const t = useTexts(payrollTexts).match;
  const language = useLanguage();
  if (page.arrived.length === 0) return <p className="quiet">{t.nothing}</p>;
  return (
    <form method="post" className="form">
      <OperationField id={page.operation} />
      <input type="hidden" name="versi" value={page.batch.version} />
      <SelectField
        name="setoran"
        label={t.choose}
        options={page.arrived.map(({ code, rupiah, matchedRupiah, arrivedOn }) => ({
          value: code,
          label: `${code}, ${formatRupiah(language, rupiah - matchedRupiah)}, ${formatShortDate(language, arrivedOn!)}`,
        }))}
      />
      <Actions>
        <Button name="aksi" value="cocokkan">
          {t.match}
        </Button>
      </Actions>
    </form>
  );
}

function ShortForm({ page }: Props): ReactElement {
  const t = useTexts(payrollTexts).reconciliation;
  return (
    <Disclosure summary={t.proposeShort}>
      <form method="post" className="form" noValidate>
        <OperationField id={page.operation} />
        <input type="hidden" name="versi" value={page.batch.version} />
        <input type="hidden" name="pilih" value="setoran" />
        <input type="hidden" name="sidik-setoran" value={page.transfer.lineHash} />
        <EndingFields offered={transferEndings} part="setoran" />
        <Actions>
          <Button name="aksi" value="usulkan">
            {t.propose}
          </Button>
        </Actions>
      </form>
    </Disclosure>
  );
}
