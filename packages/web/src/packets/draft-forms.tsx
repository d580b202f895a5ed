import type { ReactElement } from "react";
import { Form } from "react-router";
import { OperationField } from "#shell";
import { enrolmentTexts } from "#language/enrolment.ts";
import { formatNumber } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Button, Card, ConfirmByTyping, Disclosure } from "#ui";
import type { PacketData } from "./load-packet.ts";

/** Sending, which cannot be taken back and asks for the count; and giving the draft up. */
export function DraftForms(props: {
  readonly page: PacketData;
  readonly error: string | undefined;
}): ReactElement {
  const t = useTexts(enrolmentTexts).packet;
  const language = useLanguage();
  const { page, error } = props;
  const lines = formatNumber(language, page.lines);
  return (
    <>
      <Card title={t.sendTitle}>
        <p>{t.sendLead(lines)}</p>
        <Form method="post" className="form">
          <OperationField id={page.operation} />
          <input type="hidden" name="aksi" value="kirim" />
          <input type="hidden" name="versi" value={page.version} />
          <ConfirmByTyping word={String(page.lines)} action={t.send(lines)} error={error} />
        </Form>
      </Card>
      <Disclosure summary={t.withdrawTitle}>
        <p>{t.withdrawLead}</p>
        <Form method="post">
          <OperationField id={page.operation} />
          <input type="hidden" name="aksi" value="batalkan" />
          <input type="hidden" name="versi" value={page.version} />
          <Button look="plain">{t.withdraw}</Button>
        </Form>
      </Disclosure>
    </>
  );
}
