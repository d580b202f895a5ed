import type { ReactElement } from "react";
import { budgetUseTexts } from "#language/budget-use.ts";
import { useTexts } from "#language/use-texts.ts";
import { Actions, Button, Card, optionsOf, SelectField, TextField } from "#ui";
import type { Asked } from "./read-asked.ts";

/** A GET form: what is asked stands in the address and can be sent to others. */
export function AskForm({ asked }: { readonly asked: Asked }): ReactElement {
  const texts = useTexts(budgetUseTexts);
  const t = texts.form;
  return (
    <Card>
      <form method="get" className="form">
        <TextField
          name="rupiah"
          label={t.rupiah}
          hint={t.rupiahHint}
          error={asked.errors["rupiah"]}
          defaultValue={asked.rupiah}
          inputMode="numeric"
          width="middle"
        />
        <TextField
          name="bulan"
          label={t.months}
          hint={t.monthsHint}
          error={asked.errors["bulan"]}
          defaultValue={asked.months}
          inputMode="numeric"
          width="short"
        />
        <SelectField name="dana" label={t.fund} options={optionsOf(texts.funds)} defaultValue={asked.fund} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </form>
    </Card>
  );
}
