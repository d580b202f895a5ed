import type { Period, RunCounts } from "@tuwai/server/month-runs";
import type { ReactElement } from "react";
import { formatNumber, formatRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";
import { monthRunTexts } from "#language/month-runs.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, ButtonLink, Card, Notice } from "#ui";

type Props = {
  /** What a run would change; null until somebody asks. */
  readonly preview: RunCounts | null;
  readonly previewTo: string;
  readonly run: Period["runs"][number] | undefined;
  readonly operation: string;
  /** Where the month's own page takes the form. */
  readonly to: string;
};

/** A run of the month and, when asked for, what it would change; while one is going, how far it is. */
export function RunCard({ preview, previewTo, run, operation, to }: Props): ReactElement {
  const t = useTexts(monthRunTexts).run;
  const language = useLanguage();
  if (run !== undefined && run.finishedAt === null)
    return (
      <Card title={t.title}>
        <Notice tone="info">{t.running(formatNumber(language, run.workers))}</Notice>
      </Card>
    );
  const changes = preview === null ? null : changesOf(preview, t, language);
  return (
    <Card title={t.title}>
      <p className="quiet">{t.what}</p>
      {changes?.length === 0 && <p>{t.nothing}</p>}
      {changes?.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {changes?.length !== 0 && (
        <form method="post" action={to}>
          <OperationField id={operation} />
          <Actions>
            <Button>{t.start}</Button>
            {changes === null && (
              <ButtonLink look="plain" href={previewTo}>
                {t.preview}
              </ButtonLink>
            )}
          </Actions>
        </form>
      )}
    </Card>
  );
}

type RunTexts = (typeof monthRunTexts)[Language]["run"];

function changesOf(preview: RunCounts, t: RunTexts, language: Language): readonly string[] {
  const number = (n: number) => formatNumber(language, n);
  const rupiah = (amount: number) => formatRupiah(language, amount);
  return [
    preview.added > 0 && t.added(number(preview.added), rupiah(preview.addedRupiah)),
    preview.reversed > 0 && t.reversed(number(preview.reversed), rupiah(preview.reversedRupiah)),
    preview.parked > 0 && t.parked(number(preview.parked)),
  ].filter((line) => line !== false);
}
