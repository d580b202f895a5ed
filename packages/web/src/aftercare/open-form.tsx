import { lookReasons } from "@tuwai/domain/claims";
import type { ReactElement } from "react";
import { aftercareTexts } from "#language/aftercare.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Notice, SelectField } from "#ui";

type Props = {
  readonly operation: string;
  readonly error: string | undefined;
  /** Parts the fields of one form of a page from those of another. */
  readonly of?: string;
};

/** Asks why notes are to be opened. */
export function OpenForm({ operation, error, of = "" }: Props): ReactElement {
  const t = useTexts(aftercareTexts).open;
  return (
    <form method="post" className="form" noValidate>
      {error !== undefined && (
        <Notice tone="err" announce>
          {error}
        </Notice>
      )}
      <input type="hidden" name="tindakan" value="buka" />
      {of !== "" && <input type="hidden" name="keluarga" value={of} />}
      <OperationField id={operation} />
      <SelectField
        name={of === "" ? "alasan" : `alasan-${of}`}
        label={t.why}
        hint={t.kept}
        options={[
          { value: "", label: "" },
          ...lookReasons.map((value) => ({ value, label: t.reasons[value] })),
        ]}
      />
      <div>
        <Button look="plain">{t.submit}</Button>
      </div>
    </form>
  );
}
