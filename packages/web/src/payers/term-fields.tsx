import type { ListedPayer } from "@tuwai/server/payers";
import type { ReactElement } from "react";
import { payerTexts } from "#language/payers.ts";
import { useTexts } from "#language/use-texts.ts";
import { type FormErrors, TextField } from "#ui";

/** Name, contact and agreement, as they stand. */
export function TermFields(props: {
  readonly errors: FormErrors;
  readonly payer?: Pick<ListedPayer, "name" | "contact" | "agreement">;
}): ReactElement {
  const t = useTexts(payerTexts).add;
  const { errors, payer } = props;
  return (
    <>
      <TextField name="nama" label={t.name} defaultValue={payer?.name ?? ""} error={errors["nama"]} />
      <TextField
        name="kontak"
        label={t.contact}
        hint={t.contactHint}
        defaultValue={payer?.contact ?? ""}
        error={errors["kontak"]}
      />
      <TextField
        name="perjanjian"
        label={t.agreement}
        hint={t.agreementHint}
        defaultValue={payer?.agreement ?? ""}
        error={errors["perjanjian"]}
      />
    </>
  );
}
