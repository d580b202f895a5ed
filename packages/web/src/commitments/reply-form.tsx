import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Disclosure, type FormErrors, TextField } from "#ui";

/** What the village says to the status of the rule. */
export function ReplyForm(props: {
  readonly operation: string;
  readonly commitmentId: string;
  readonly errors: FormErrors;
}): ReactElement {
  const t = useTexts(commitmentTexts).village.reply;
  const error = props.errors["tanggapan"];
  return (
    <Disclosure summary={t.title} isOpen={error !== undefined}>
      <p>{t.lead}</p>
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <OperationField id={props.operation} />
        <input type="hidden" name="komitmen" value={props.commitmentId} />
        <input type="hidden" name="langkah" value="reply" />
        <TextField name="tanggapan" label={t.text} error={error} />
        <div>
          <Button look="plain">{t.save}</Button>
        </div>
      </form>
    </Disclosure>
  );
}
