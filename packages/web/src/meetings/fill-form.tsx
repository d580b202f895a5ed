import { mayHaveNoughtTooMany } from "@tuwai/domain/commitments";
import { terbilang } from "@tuwai/domain/money";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatNumber, formatPercent, formatRupiah } from "#language/format.ts";
import { meetingFillTexts } from "#language/meeting-fill.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Choices, ErrorSummary, type FormErrors, Notice, TextField } from "#ui";
import styles from "./fill.module.css";
import { countIn, spreadOf, sumOf, type Typed } from "./fill-sums.ts";
import type { FillPage } from "./load-fill.ts";
import { MonthsQuestion, PeopleQuestion, SourceQuestion } from "./fill-questions.tsx";
import { useFill } from "./use-fill.ts";

type Props = { readonly page: FillPage; readonly errors: FormErrors; readonly first: Typed };

/** A village's word in three answers; what it comes to is counted while somebody types, and by the server once more. */
export function FillForm({ page, errors: told, first }: Props): ReactElement {
  const t = useTexts(meetingFillTexts);
  const to = useLocalPath();
  const here = to(`/rakor/${page.meeting.code}/isi`);
  const fill = useFill({
    sendTo: `${here}/kirim`,
    keptAs: `rakor-${page.meeting.code}-${page.villageCode}`,
    first,
    operation: page.operation,
    errors: told,
  });
  const { typed, change, errors, isLive } = fill;
  const mayDeclare = page.meeting.state === "open";
  const isTooMuch = isLive && mayHaveNoughtTooMany(sumOf(typed, page.groups), page.need) && page.need > 0;
  const parts = { page, typed, change, isLive, errors };
  return (
    <form
      method="post"
      action={here}
      className={styles["form"]}
      noValidate
      onSubmit={(event) => void fill.send(event)}
    >
      <OperationField id={fill.operation} />
      <ErrorSummary errors={errors} />
      <PeopleQuestion {...parts} />
      <MonthsQuestion {...parts} />
      <SourceQuestion {...parts} />
      {page.isLocked && (
        <TextField
          name="alasan"
          label={t.form.reason}
          hint={t.form.reasonHint}
          value={typed.alasan}
          onChange={(event) => change({ alasan: event.currentTarget.value })}
          error={errors["alasan"]}
        />
      )}
      {(errors["yakin"] !== undefined || isTooMuch) && (
        <Choices
          name="yakin"
          label={t.form.tooMuch}
          several
          options={[{ value: "ya", label: t.form.sure }]}
          error={errors["yakin"]}
        />
      )}
      <Answer page={page} typed={typed} />
      {(fill.sending === "unsent" || fill.sending === "out") && <Unsent sending={fill.sending} />}
      <div className={styles["send"]}>
        {mayDeclare && (
          <Button name="aksi" value="nyatakan" disabled={fill.sending === "sending"}>
            {fill.sending === "sending" ? t.form.sending : t.form.declare}
          </Button>
        )}
        {page.standing === null && (
          <Button look="plain" name="aksi" value="rancang" disabled={fill.sending === "sending"}>
            {t.form.draft}
          </Button>
        )}
        <p className="quiet small">
          {t.form.hint} {isLive && t.form.kept}
        </p>
      </div>
    </form>
  );
}

function Unsent({ sending }: { readonly sending: "unsent" | "out" }) {
  const t = useTexts(meetingFillTexts).unsent;
  const to = useLocalPath();
  if (sending === "unsent")
    return (
      <Notice tone="err" title={t.title} announce>
        {t.text}
      </Notice>
    );
  return (
    <Notice tone="err" announce>
      {t.out}{" "}
      <a href={to("/rakor/masuk")} target="_blank" rel="noreferrer">
        {t.signIn}
      </a>
    </Notice>
  );
}

function Answer({ page, typed }: { readonly page: FillPage; readonly typed: Typed }) {
  const t = useTexts(meetingFillTexts).form;
  const words = useTexts(commitmentTexts).groups;
  const language = useLanguage();
  const amount = sumOf(typed, page.groups);
  const monthly = sumOf(typed, page.groups, 1);
  const share = page.need > 0 ? Math.round((amount / page.need) * 100) : null;
  const spread = spreadOf(typed, page.groups);
  const shown = spread.outcome === "spread" ? spread.lines.filter(({ heads }) => heads > 0) : [];
  const list = shown.map(({ group, heads }) => `${words[group]} ${formatNumber(language, heads)}`).join(", ");
  const people = formatNumber(language, countIn(typed.orang) ?? 0);
  return (
    <section className={styles["answer"]} aria-label={t.answer} aria-live="polite">
      <p className={styles["quiet"]}>
        {t.monthly(people, typed.bulan || "0", formatRupiah(language, monthly))}
      </p>
      <p className={styles["amount"]}>{formatRupiah(language, amount)}</p>
      <p className={styles["quiet"]}>{t.words(terbilang(amount))}</p>
      {share !== null && (
        <>
          <progress max={100} value={Math.min(100, share)} aria-label={t.answer} />
          <p className={styles["quiet"]}>{t.ofNeed(formatPercent(language, share, 0))}</p>
        </>
      )}
      {list !== "" && <p className={styles["quiet"]}>{t.splitShown(list)}</p>}
      <noscript>
        <p className={styles["quiet"]}>{t.noScript}</p>
      </noscript>
    </section>
  );
}
