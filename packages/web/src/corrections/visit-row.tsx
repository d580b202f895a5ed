import type { ReactElement } from "react";
import type { Visit } from "@tuwai/server/corrections";
import { correctionTexts } from "#language/corrections.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Choices, type FormErrors, Notice, TextField, optionsOf } from "#ui";
import { choicesOf, hintOf } from "./field-choices.ts";
import { editPath, type FieldOf, formNames } from "./field-names.ts";

type Props = {
  readonly row: Visit & { readonly operation: string };
  readonly sent?: Readonly<Record<string, string>> | undefined;
  readonly errors?: FormErrors | undefined;
};

/** One person of a visit, with a box for each thing nobody has said yet. */
export function VisitRow({ row, sent, errors }: Props): ReactElement {
  const t = useTexts(correctionTexts);
  const to = useLocalPath();
  const name = (of: string) => `${row.code}.${of}`;
  const problem = errors?.[name("baris")];
  return (
    <Card title={t.visits.person(row.name, row.code)}>
      <input type="hidden" name="orang" value={row.code} />
      <input type="hidden" name={name("versi")} value={row.version} />
      <input type="hidden" name={name("operasi")} value={row.operation} />
      {problem !== undefined && <Notice tone="warn">{problem}</Notice>}
      {(row.address !== null || row.occupation !== null) && (
        <p className="quiet small">{[row.occupation, row.address].filter(Boolean).join(" · ")}</p>
      )}
      {row.missing.length === 0 && <p>{t.visits.nothingMissing}</p>}
      {row.missing.map((field) => (
        <Missing key={field} field={field} name={name(formNames[field])} sent={sent} errors={errors} />
      ))}
      <p>
        <a href={to(editPath(row.code))}>{t.visits.edit}</a>
      </p>
    </Card>
  );
}

function Missing({
  field,
  name,
  sent,
  errors,
}: Pick<Props, "sent" | "errors"> & { readonly field: FieldOf; readonly name: string }): ReactElement {
  const t = useTexts(correctionTexts);
  const common = { name, label: t.fields[field], error: errors?.[name] };
  const choices = choicesOf(t, field);
  const hint = hintOf(t, field);
  if (choices !== undefined)
    return <Choices {...common} hint={hint} options={optionsOf(choices)} value={sent?.[name]} />;
  const isNumber = field === "nik" || field === "phone";
  return (
    <TextField
      {...common}
      hint={hint}
      width="middle"
      autoComplete="off"
      {...(isNumber ? { inputMode: "numeric" as const } : {})}
      defaultValue={sent?.[name] ?? ""}
    />
  );
}
