import type { ReactElement } from "react";
import { Form } from "react-router";
import { OperationField } from "#shell";
import { enrolmentTexts } from "#language/enrolment.ts";
import { useTexts } from "#language/use-texts.ts";
import { Button } from "#ui";

/** The button beside a rejected worker. */
export function AgainForm(props: {
  readonly enrolment: { readonly id: string; readonly version: number };
  readonly operation: string;
  readonly code: string;
}): ReactElement {
  const t = useTexts(enrolmentTexts).packet;
  return (
    <Form method="post">
      <OperationField id={props.operation} />
      <input type="hidden" name="aksi" value="ajukan-lagi" />
      <input type="hidden" name="pendaftaran" value={props.enrolment.id} />
      <input type="hidden" name="versi" value={props.enrolment.version} />
      <input type="hidden" name="kode" value={props.code} />
      <Button look="plain" small aria-label={t.againOne(props.code)}>
        {t.again}
      </Button>
    </Form>
  );
}
