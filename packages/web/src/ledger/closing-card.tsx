import type { Books } from "@tuwai/server/ledger";
import type { ReactElement } from "react";
import { formatMonth } from "#language/format.ts";
import { ledgerTexts } from "#language/ledger.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Notice, TextField } from "#ui";

type Props = { readonly page: Pick<Books, "nextToClose" | "closing"> & { readonly operation: string } };

/** The month whose turn it is: proposed by one person of finance, closed by another. */
export function ClosingCard({ page: { nextToClose, closing, operation } }: Props): ReactElement | null {
  const t = useTexts(ledgerTexts);
  const language = useLanguage();
  const month = closing?.month ?? nextToClose;
  if (month === null) return null;
  const c = t.closing;
  return (
    <Card title={c.title(formatMonth(language, month))}>
      <p className="quiet">{c.what}</p>
      {closing !== null && <Notice>{c.waits(formatMonth(language, closing.month))}</Notice>}
      <form method="post" className="form" noValidate>
        <OperationField id={operation} />
        {closing === null ? (
          <>
            <input type="hidden" name="bulan" value={month} />
            <Button look="plain">{c.propose}</Button>
          </>
        ) : (
          <>
            <input type="hidden" name="penutupan" value={closing.id} />
            <TextField
              name="alasan"
              label={t.proposals.reason}
              hint={t.proposals.reasonHint}
              autoComplete="off"
            />
            <Actions>
              {!closing.isOwn && (
                <Button name="putusan" value="setuju">
                  {c.approve}
                </Button>
              )}
              <Button look="plain" name="putusan" value="tolak">
                {t.proposals.refuse}
              </Button>
            </Actions>
          </>
        )}
      </form>
    </Card>
  );
}
