import type { ReactElement } from "react";
import type { KnownField } from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import { shortDayOf } from "#language/day-of.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Choices, type FormErrors, optionsOf, TextField } from "#ui";
import { choicesOf, hintOf } from "./field-choices.ts";
import { type FieldOf, formNames } from "./field-names.ts";

type Props = {
  readonly fields: readonly KnownField[];
  readonly asked: readonly FieldOf[];
  readonly sent?: Readonly<Record<string, string>> | undefined;
  readonly errors?: FormErrors | undefined;
};

const groups = {
  identity: ["name", "nik", "familyCard", "birthPlace", "birthDate", "sex", "motherName"],
  work: ["address", "phone", "occupation", "income"],
  heir: ["heirName", "heirRelation", "heirPhone"],
  registration: ["illness"],
} as const satisfies Readonly<Record<string, readonly FieldOf[]>>;

/** The fields that were asked for, each with what stands now, in the order in which a card is read. */
export function EditFields({ fields, asked, sent, errors }: Props): ReactElement {
  const t = useTexts(correctionTexts);
  const known = new Map(fields.map((field) => [field.field, field]));
  return (
    <>
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => {
        const shown = groups[group].filter((field) => asked.includes(field));
        if (shown.length === 0) return null;
        return (
          <section key={group} className="stack">
            <h2>{t.groups[group]}</h2>
            {shown.map((field) => (
              <OneField key={field} known={known.get(field)!} sent={sent} errors={errors} />
            ))}
          </section>
        );
      })}
    </>
  );
}

const numeric: readonly FieldOf[] = ["nik", "familyCard", "phone", "heirPhone", "income"];
const short: readonly FieldOf[] = ["nik", "familyCard", "birthDate", "phone", "heirPhone", "income"];

function OneField({
  known,
  sent,
  errors,
}: Pick<Props, "sent" | "errors"> & { readonly known: KnownField }): ReactElement {
  const t = useTexts(correctionTexts);
  const { field, text } = known;
  const name = formNames[field];
  const common = { name, label: t.fields[field], hint: useHint(known), error: errors?.[name] };
  const value = sent?.[name] ?? (text.isHidden ? "" : (text.text ?? ""));
  const choices = choicesOf(t, field);
  if (choices !== undefined) return <Choices {...common} options={optionsOf(choices)} value={value} />;
  const isBlank = text.isHidden || text.text === null;
  return (
    <>
      {isBlank && <input type="hidden" name="tertutup" value={name} />}
      <TextField
        {...common}
        {...(short.includes(field) ? { width: "middle" as const } : {})}
        {...(numeric.includes(field) ? { inputMode: "numeric" as const } : {})}
        autoComplete="off"
        defaultValue={field === "birthDate" ? asWritten(value) : value}
      />
    </>
  );
}

/** "1980-05-03" as people write it, 03/05/1980; anything else as it was typed. */
function asWritten(date: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return iso === null ? date : `${iso[3]}/${iso[2]}/${iso[1]}`;
}

function useHint(known: KnownField): string | undefined {
  const t = useTexts(correctionTexts);
  const language = useLanguage();
  const h = t.hints;
  const { field, text, isWaiting, waitsForSecond, newerList } = known;
  const isForBpjs = field === "birthPlace" || field === "motherName" || field === "illness";
  const isUnseen = field === "nik" || field === "familyCard" || isForBpjs;
  const asked = hintOf(t, field);
  const sentences = [
    ...(text.isHidden ? [text.text === null ? h.hidden : h.hiddenAs(text.text)] : []),
    ...(isUnseen && !text.isHidden && text.text === null ? [h.hiddenNone] : []),
    ...(asked === undefined ? [] : [asked]),
    ...(isWaiting ? [h.waiting] : waitsForSecond ? [h.second] : []),
    ...(newerList === null
      ? []
      : [
          newerList.text.isHidden || newerList.text.text === null
            ? h.newerListHidden(shortDayOf(language, newerList.at))
            : h.newerList(newerList.text.text, shortDayOf(language, newerList.at)),
        ]),
  ];
  return sentences.length === 0 ? undefined : sentences.join(" ");
}
