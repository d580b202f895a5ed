import type { ReactElement } from "react";
import { budgetUseTexts } from "#language/budget-use.ts";
import { useTexts } from "#language/use-texts.ts";
import { Actions, Button, Card, optionsOf, SelectField, TextField } from "#ui";
import type { Asked } from "./read-asked.ts";

/** A GET form: what is asked stands in the address and can be sent to others. */
export function AskForm({ asked }: { readonly asked: Asked }): ReactElement {
  const t = useTexts(budgetUseTexts);
  const words = t.form;
  return (
    <Card>
      <form method="get" className="form">
        <TextField
          name="rupiah"
          label={words.rupiah}
          hint={words.rupiahHint}
          error={asked.errors["rupiah"]}
          defaultValue={asked.rupiah}
          inputMode="numeric"
          width="middle"
        />
        <TextField
          name="bulan"
          label={words.months}
          hint={words.monthsHint}
          error={asked.errors["bulan"]}
          defaultValue={asked.months}
          inputMode="numeric"
          width="short"
        />
        <SelectField name="dana" label={words.fund} options={optionsOf(t.funds)} defaultValue={asked.fund} />
        <Actions>
          <Button>{words.submit}</Button>
        </Actions>
      </form>
    </Card>
  );
}
