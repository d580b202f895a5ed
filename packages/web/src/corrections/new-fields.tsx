import type { ReactElement } from "react";
import { correctionTexts } from "#language/corrections.ts";
import { useTexts } from "#language/use-texts.ts";
import { Choices, type FormErrors, TextField, optionsOf } from "#ui";
import { choicesOf, hintOf } from "./field-choices.ts";
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
        const choices = choicesOf(t, field);
        const hint = hintOf(t, field);
        if (choices !== undefined)
          return (
            <Choices key={field} {...common} hint={hint} options={optionsOf(choices)} value={sent?.[name]} />
          );
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
