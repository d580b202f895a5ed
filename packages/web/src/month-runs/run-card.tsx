import type { Period, RunCounts } from "@tuwai/server/month-runs";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { monthRunTexts } from "#language/month-runs.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Notice } from "#ui";

type Props = {
  /** What a run would change; null for whoever may not run it, and for a month too far ahead. */
  readonly preview: RunCounts | null;
  readonly run: Period["runs"][number] | undefined;
  readonly operation: string;
  /** Where the month's own page takes the form. */
  readonly to: string;
};

/** What a run would do now, and the button that does it; while one is going, how far it is. */
export function RunCard({ preview, run, operation, to }: Props): ReactElement | null {
  const t = useTexts(monthRunTexts).run;
  const language = useLanguage();
  if (preview === null) return null;
  if (run !== undefined && run.finishedAt === null)
    return (
      <Card title={t.title}>
        <Notice tone="info">{t.running(formatNumber(language, run.workers))}</Notice>
      </Card>
    );
  const number = (n: number) => formatNumber(language, n);
  const says = [
    preview.added > 0 && t.added(number(preview.added), formatRupiah(language, preview.addedRupiah)),
    preview.reversed > 0 &&
      t.reversed(number(preview.reversed), formatRupiah(language, preview.reversedRupiah)),
    preview.parked > 0 && t.parked(number(preview.parked)),
  ].filter((line) => line !== false);
  return (
    <Card title={t.title}>
      <p className="quiet">{t.what}</p>
      {says.length === 0 ? <p>{t.nothing}</p> : says.map((line) => <p key={line}>{line}</p>)}
      {says.length > 0 && (
        <form method="post" action={to}>
          <OperationField id={operation} />
          <Actions>
            <Button>{t.start}</Button>
          </Actions>
        </form>
      )}
    </Card>
  );
}
