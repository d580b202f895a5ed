import type { ReactElement } from "react";
import { Equation, type ShownImport } from "#imports";
import { formatNumber } from "#language/format.ts";
import { importMendingTexts } from "#language/import-mending.ts";
import { importStepTexts } from "#language/import-steps.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Actions, ButtonLink, Card, Icon } from "#ui";

type Props = {
  readonly batch: ShownImport<"periksa">;
  readonly base: string;
  /** Good rows not saved yet. */
  readonly waiting: number;
  readonly needsSecond: boolean;
  readonly mayDownload: boolean;
  /** Rows mended in the file come back into this list. */
  readonly comesBack: boolean;
};

/** How the rows stand, and the one next step: mend while rows wait, save when none does. Saving first is always possible. */
export function CheckSummary({
  batch,
  base,
  waiting,
  needsSecond,
  mayDownload,
  comesBack,
}: Props): ReactElement {
  const t = useTexts(importStepTexts).check;
  const m = useTexts(importMendingTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { counts, state } = batch;
  const shown = formatNumber(language, waiting);
  const isLeft = counts.repair > 0;
  const asksFor = state === "applied" && waiting > 0 && needsSecond && batch.mayWork;
  return (
    <Card>
      <Equation counts={counts} />
      <Actions>
        {state === "checked" && (
          <ButtonLink look={isLeft && batch.mayWork ? "plain" : "main"} href={`${base}/tinjau`}>
            {waiting === 0 || !batch.mayWork ? t.next : isLeft ? m.saveFirst(shown) : m.saveAll(shown)}
          </ButtonLink>
        )}
        {asksFor && <ButtonLink href={`${base}/tinjau`}>{m.askFor(shown)}</ButtonLink>}
        {state === "applied" && !asksFor && (
          <ButtonLink look={isLeft ? "plain" : "main"} href={`${base}/selesai`}>
            {m.receipt}
          </ButtonLink>
        )}
        {mayDownload && (
          <ButtonLink look="plain" href={`${base}/baris-bermasalah.xlsx`} download>
            <Icon name="download" /> {t.download}
          </ButtonLink>
        )}
      </Actions>
      {state === "checked" && isLeft && batch.mayWork && comesBack && (
        <p className="quiet small">{m.saveFirstHint}</p>
      )}
      {mayDownload && (
        <p className="quiet small">
          {t.downloadHint}
          {comesBack && (
            <>
              {" "}
              {t.downloadKeys} <a href={to("/impor/baru")}>{t.sendBack}</a>
            </>
          )}
        </p>
      )}
    </Card>
  );
}
