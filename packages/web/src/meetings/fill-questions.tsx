import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { meetingFillTexts } from "#language/meeting-fill.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Field, type FormErrors, Icon } from "#ui";
import styles from "./fill.module.css";
import { SplitFold } from "./split-fold.tsx";
import { countIn, type Typed } from "./fill-sums.ts";
import type { FillPage } from "./load-fill.ts";

export type QuestionProps = {
  readonly page: FillPage;
  readonly typed: Typed;
  readonly change: (next: Partial<Typed>) => void;
  /** The page's script runs: buttons that need it may be shown. */
  readonly isLive: boolean;
  readonly errors: FormErrors;
};

/** How many people, with what the list says and how they fall to the groups. */
export function PeopleQuestion(props: QuestionProps): ReactElement {
  const { page, typed, change, isLive, errors } = props;
  const t = useTexts(meetingFillTexts);
  const language = useLanguage();
  const people = formatNumber(language, page.heads);
  const evidence =
    page.listedOn === null ? t.evidenceNone(people) : t.evidence(people, formatDate(language, page.listedOn));
  return (
    <div className={styles["question"]}>
      <CountField
        name="orang"
        label={t.form.heads}
        hint={evidence}
        value={typed.orang}
        isLive={isLive}
        most={100_000}
        error={errors["orang"]}
        onType={(orang) => change({ orang })}
      />
      <SplitFold page={page} typed={typed} change={change} />
    </div>
  );
}

/** For how many months, with those in which the full benefit holds. */
export function MonthsQuestion({ page, typed, change, isLive, errors }: QuestionProps): ReactElement {
  const t = useTexts(meetingFillTexts).form;
  const language = useLanguage();
  const months = Math.min(12, countIn(typed.bulan) ?? 0);
  const full = page.full[months - 1] ?? 0;
  return (
    <div className={styles["question"]}>
      <CountField
        name="bulan"
        label={t.months}
        value={typed.bulan}
        isLive={isLive}
        most={12}
        error={errors["bulan"]}
        onType={(bulan) => change({ bulan })}
      />
      <div className={styles["cover"]}>
        <ol className={styles["months"]} aria-hidden="true">
          {page.full.map((_, at) => (
            <li
              key={at}
              className={at >= months ? "" : at < months - full ? styles["part"] : styles["full"]}
            />
          ))}
        </ol>
        <p aria-live="polite">
          {full > 0 ? t.full(formatNumber(language, full), String(months)) : t.fullNone(String(months))}
        </p>
        <ul className={styles["key"]}>
          <li>{t.grace}</li>
          <li>{t.after}</li>
          <li>
            <Icon name="shield" /> {t.accident}
          </li>
        </ul>
      </div>
    </div>
  );
}

type CountProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly isLive: boolean;
  readonly most: number;
  readonly error: string | undefined;
  readonly onType: (value: string) => void;
};

function CountField({ name, label, hint, value, isLive, most, error, onType }: CountProps) {
  const t = useTexts(meetingFillTexts).form;
  const step = (by: number) => onType(String(Math.min(most, Math.max(0, (countIn(value) ?? 0) + by))));
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <div className={isLive ? styles["stepper"] : `${styles["stepper"]} ${styles["alone"]}`}>
          {isLive && (
            <button type="button" aria-label={t.less(label)} onClick={() => step(-1)}>
              −
            </button>
          )}
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={value}
            onChange={(event) => onType(event.currentTarget.value)}
          />
          {isLive && (
            <button type="button" aria-label={t.more(label)} onClick={() => step(1)}>
              +
            </button>
          )}
        </div>
      )}
    </Field>
  );
}

/** Out of what money, with what the rules of the year say of each. */
export function SourceQuestion({ page, typed, change, errors }: QuestionProps): ReactElement {
  const t = useTexts(meetingFillTexts).form;
  const words = useTexts(commitmentTexts);
  return (
    <fieldset className={`field ${styles["pick"]} ${styles["question"]}`} id="sumber" tabIndex={-1}>
      <legend>{t.source}</legend>
      {errors["sumber"] !== undefined && (
        <p className="field-error">
          <Icon name="warning" />
          {errors["sumber"]}
        </p>
      )}
      {page.sources.map((choice) => (
        <label key={choice.source}>
          <input
            type="radio"
            name="sumber"
            value={choice.source}
            checked={typed.sumber === choice.source}
            onChange={() => change({ sumber: choice.source })}
          />
          <span>
            {words.sources[choice.source]}
            <small>
              <Verdict choice={choice} />
              {page.kind === "kelurahan" && ` ${t.dpa}`}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Verdict({ choice }: { readonly choice: FillPage["sources"][number] }) {
  const t = useTexts(meetingFillTexts).form;
  const words = useTexts(commitmentTexts).groups;
  const names = (groups: FillPage["sources"][number]["check"]) =>
    groups.map((group) => words[group]).join(", ");
  const { barred, check, groups } = choice;
  if (barred.length === groups) return t.verdicts.barred;
  if (check.length === groups) return t.verdicts.check;
  if (barred.length + check.length === 0) return t.verdicts.allowed;
  const said = [
    ...(barred.length > 0 ? [t.barredFor(names(barred))] : []),
    ...(check.length > 0 ? [t.checkFor(names(check))] : []),
  ];
  return said.join(" ");
}
