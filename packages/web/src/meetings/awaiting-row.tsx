import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatRupiah } from "#language/format.ts";
import { meetingFillTexts } from "#language/meeting-fill.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Disclosure, TextField } from "#ui";
import styles from "./fill.module.css";
import type { FillPage } from "./load-fill.ts";

/** What somebody else typed for the village: it says whether that is right, before anything else. */
export function AwaitingRow({
  page,
  error,
}: {
  readonly page: FillPage;
  readonly error: string | undefined;
}): ReactElement | null {
  const t = useTexts(meetingFillTexts);
  const sources = useTexts(commitmentTexts).sources;
  const language = useLanguage();
  const { standing } = page;
  if (standing === null) return null;
  const { source } = standing;
  return (
    <section className={styles["ask"]} aria-labelledby="ketikan">
      <h2 id="ketikan">{t.awaiting.title(formatRupiah(language, standing.rupiah))}</h2>
      <p>
        {t.standing.what(
          formatNumber(language, standing.heads),
          String(standing.months),
          source === null ? "–" : sources[source],
        )}
      </p>
      <form method="post" className="form">
        <OperationField id={page.otherOperation} />
        <Button name="aksi" value="benar">
          {t.awaiting.yes}
        </Button>
      </form>
      <Disclosure summary={t.awaiting.no} isOpen={error !== undefined}>
        <form method="post" className="form" noValidate>
          <OperationField id={page.thirdOperation} />
          <TextField name="sebab" label={t.awaiting.reason} hint={t.awaiting.reasonHint} error={error} />
          <Button look="danger" name="aksi" value="keberatan">
            {t.awaiting.no}
          </Button>
        </form>
      </Disclosure>
    </section>
  );
}
