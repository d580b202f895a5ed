import type { ReactElement } from "react";
import { correctionTexts } from "#language/corrections.ts";
import { useTexts } from "#language/use-texts.ts";
import { Choices, type FormErrors, TextField, optionsOf } from "#ui";

type Props = {
  readonly today: string;
  readonly sent?: Readonly<Record<string, string>> | undefined;
  readonly errors?: FormErrors | undefined;
};

/** Where somebody knows it from, and since when. */
export function ToldHow({ today, sent, errors }: Props): ReactElement {
  const t = useTexts(correctionTexts);
  return (
    <>
      <Choices
        name="sumber"
        label={t.told}
        options={optionsOf(t.sources)}
        value={sent?.["sumber"]}
        error={errors?.["sumber"]}
      />
      <TextField
        name="tanggal"
        type="date"
        width="middle"
        label={t.toldOn}
        hint={t.toldOnHint}
        max={today}
        defaultValue={sent?.["tanggal"] ?? today}
        error={errors?.["tanggal"]}
      />
      <TextField
        name="alasan"
        label={t.note}
        hint={t.noteHint}
        autoComplete="off"
        error={errors?.["alasan"]}
      />
    </>
  );
}
