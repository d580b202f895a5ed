import type { ReactElement } from "react";
import { dayOf } from "#language/day-of.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { payrollTexts } from "#language/payroll.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card } from "#ui";
import type { BatchPageData } from "./batch-data.ts";

/** What payroll answered; whoever sent it may take it back. */
export function ResultCard({ page }: { readonly page: BatchPageData }): ReactElement | null {
  const t = useTexts(payrollTexts).result;
  const language = useLanguage();
  const { result, state, version } = page.batch;
  if (result === null) return null;
  const { mandates, rupiah, readAt } = result;
  return (
    <Card title={t.title}>
      <p>
        {t.standing(
          formatNumber(language, mandates),
          formatRupiah(language, rupiah),
          dayOf(language, readAt),
        )}
      </p>
      {page.may.answer && state === "locked" && (
        <form method="post">
          <OperationField id={page.operation} />
          <input type="hidden" name="versi" value={version} />
          <Button look="plain" small name="aksi" value="urungkan-hasil">
            {t.undo}
          </Button>
        </form>
      )}
    </Card>
  );
}
