import { mayHaveNoughtTooMany } from "@tuwai/domain/commitments";
import { terbilang } from "@tuwai/domain/money";
import { type FormEvent, type ReactElement, useState } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatPercent, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Actions, Card, Choices, Disclosure, type FormErrors, SelectField, TextField } from "#ui";
import { costOf, type GroupPrices } from "./price-table.ts";

export type PromiseLine = {
  readonly group: GroupPrices["group"];
  readonly open: number;
  readonly heads: number;
  readonly prices: GroupPrices | null;
};

type Props = {
  readonly operation: string;
  readonly lines: readonly PromiseLine[];
  readonly months: number;
  readonly source: string;
  readonly sources: readonly { readonly value: string; readonly label: string }[];
  readonly isLocked: boolean;
  readonly need: number;
  readonly errors: FormErrors;
  /** What was typed before something was refused. */
  readonly typed: Readonly<Record<string, string>>;
};

/** A village's word in three answers; what it comes to is counted while somebody types, and by the server once more. */
export function PromiseForm(props: Props): ReactElement {
  const t = useTexts(commitmentTexts);
  const { lines, typed, errors } = props;
  const shown = (name: string, otherwise: number | string) => typed[name] ?? String(otherwise);
  const [amount, count] = useState<number | null>(null);
  const add = (event: FormEvent<HTMLFormElement>) => count(sumOf(new FormData(event.currentTarget), lines));
  return (
    <Card title={t.village.form.title} id="janji">
      <p>{t.village.form.lead}</p>
      <form method="post" className="form" noValidate onInput={add}>
        <OperationField id={props.operation} />
        {lines.map(({ group, open, heads }) => (
          <TextField
            key={group}
            name={`orang-${group}`}
            label={t.village.form.heads(t.groups[group])}
            hint={t.village.form.headsHint(String(open))}
            inputMode="numeric"
            width="short"
            defaultValue={shown(`orang-${group}`, heads)}
            error={errors[`orang-${group}`]}
          />
        ))}
        <TextField
          name="bulan"
          label={t.village.form.months}
          inputMode="numeric"
          width="short"
          defaultValue={shown("bulan", props.months)}
          error={errors["bulan"]}
        />
        <SelectField
          name="sumber"
          label={t.village.form.source}
          defaultValue={shown("sumber", props.source)}
          options={[{ value: "", label: "" }, ...props.sources]}
          error={errors["sumber"]}
        />
        <OtherAmounts {...props} />
        {props.isLocked && (
          <TextField
            name="alasan"
            label={t.village.form.reason}
            hint={t.village.form.reasonHint}
            defaultValue={shown("alasan", "")}
            error={errors["alasan"]}
          />
        )}
        {errors["yakin"] !== undefined && (
          <Choices
            name="yakin"
            label={errors["yakin"]}
            several
            options={[{ value: "ya", label: t.village.form.sure }]}
          />
        )}
        <LiveSum amount={amount ?? startOf(props)} need={props.need} />
        <Actions>
          <Button name="aksi" value="nyatakan">
            {t.village.form.declare}
          </Button>
          <Button look="plain" name="aksi" value="rancang">
            {t.village.form.draft}
          </Button>
        </Actions>
        <p className="quiet small">{t.village.form.declareHint}</p>
      </form>
    </Card>
  );
}

function OtherAmounts({ lines, errors, typed }: Props) {
  const t = useTexts(commitmentTexts);
  const isOpen = lines.some(({ group }) => errors[`rupiah-${group}`] ?? typed[`rupiah-${group}`]);
  return (
    <Disclosure summary={t.village.form.amounts} isOpen={isOpen}>
      {lines.map(({ group }) => (
        <TextField
          key={group}
          name={`rupiah-${group}`}
          label={t.village.form.amount(t.groups[group])}
          hint={t.village.form.amountHint}
          inputMode="numeric"
          width="middle"
          defaultValue={typed[`rupiah-${group}`] ?? ""}
          error={errors[`rupiah-${group}`]}
        />
      ))}
    </Disclosure>
  );
}

function LiveSum({ amount, need }: { readonly amount: number; readonly need: number }) {
  const t = useTexts(commitmentTexts).village.form;
  const language = useLanguage();
  return (
    <section aria-label={t.total} aria-live="polite">
      <p className="small">{t.total}</p>
      <p className="big-number">{formatRupiah(language, amount)}</p>
      <p className="quiet small">{t.words(terbilang(amount))}</p>
      {need > 0 && (
        <p className="small">{t.ofNeed(formatPercent(language, Math.round((amount / need) * 100)))}</p>
      )}
      {need > 0 && mayHaveNoughtTooMany(amount, need) && <p className="error">{t.noughts}</p>}
      <noscript>
        <p className="small">{t.noScript}</p>
      </noscript>
    </section>
  );
}

const startOf = ({ lines, months, typed }: Props): number => {
  const form = new FormData();
  for (const { group, heads } of lines) form.set(`orang-${group}`, typed[`orang-${group}`] ?? String(heads));
  for (const { group } of lines) form.set(`rupiah-${group}`, typed[`rupiah-${group}`] ?? "");
  form.set("bulan", typed["bulan"] ?? String(months));
  return sumOf(form, lines);
};

/** Digits of what was typed, dots of thousands left out; nothing and nonsense count as zero. */
function digitsOf(form: FormData, name: string): number {
  const value = form.get(name);
  const typed = typeof value === "string" ? value.replaceAll(/[.\s]/g, "") : "";
  return /^\d{1,12}$/.test(typed) ? Number(typed) : 0;
}

function sumOf(form: FormData, lines: readonly PromiseLine[]): number {
  const months = Math.min(12, digitsOf(form, "bulan"));
  return lines.reduce((sum, { group, prices }) => {
    const typed = digitsOf(form, `rupiah-${group}`);
    const heads = Math.min(100_000, digitsOf(form, `orang-${group}`));
    return sum + (typed > 0 ? typed : prices === null ? 0 : costOf(prices, heads, months));
  }, 0);
}
