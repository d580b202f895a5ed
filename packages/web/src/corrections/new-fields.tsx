import type { ReactElement } from "react";
import { correctionTexts } from "#language/corrections.ts";
import { useTexts } from "#language/use-texts.ts";
import { Choices, type FormErrors, TextField, optionsOf } from "#ui";
import { fieldsInOrder, formNames } from "./field-names.ts";

type Props = {
  readonly sent?: Readonly<Record<string, string>> | undefined;
  readonly errors?: FormErrors | undefined;
};

/** Every field of a person nobody knows yet, as it was typed. */
export function NewFields({ sent, errors }: Props): ReactElement {
  const t = useTexts(correctionTexts);
  return (
    <>
      {fieldsInOrder.map((field) => {
        const name = formNames[field];
        const common = { name, label: t.fields[field], error: errors?.[name] };
        if (field === "sex") {
          const options = optionsOf(t.sexes);
          return <Choices key={field} {...common} options={options} value={sent?.[name]} />;
        }
        const isForBpjs = field === "birthPlace" || field === "motherName";
        const hint = field === "birthDate" ? t.hints.date : isForBpjs ? t.hints.bpjs : undefined;
        return (
          <TextField
            key={field}
            {...common}
            hint={hint}
            autoComplete="off"
            defaultValue={sent?.[name] ?? ""}
          />
        );
      })}
    </>
  );
}
