import type { OnePayer } from "@tuwai/server/payers";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { dayOf } from "#language/day-of.ts";
import { formatMonth, formatNumber } from "#language/format.ts";
import { payerTexts } from "#language/payers.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Table } from "#ui";

/** Who handed workers to whom, with the way back. */
export function HandoverTable(props: {
  readonly payer: OnePayer;
  readonly mayUndo: boolean;
  readonly operation: string;
}): ReactElement {
  const t = useTexts(payerTexts).handOver;
  const language = useLanguage();
  const { payer, mayUndo, operation } = props;
  return (
    <section>
      <h2>{t.history}</h2>
      <Table
        caption={t.historyCaption}
        rows={payer.handovers}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "what",
            head: t.columns.what,
            cell: ({ fromPayerId, fromName, toName, reason }) => (
              <>
                {fromPayerId === payer.id ? t.toName(toName ?? t.toSponsor) : t.fromName(fromName)}
                <div className="quiet small">{reason}</div>
              </>
            ),
          },
          { key: "month", head: t.columns.month, cell: ({ month }) => formatMonth(language, month) },
          {
            key: "workers",
            head: t.columns.workers,
            number: true,
            cell: ({ workers }) => formatNumber(language, workers),
          },
          {
            key: "state",
            head: t.columns.state,
            phone: "wide",
            cell: ({ id, undoneAt }) =>
              undoneAt !== null ? (
                t.undone(dayOf(language, undoneAt))
              ) : mayUndo ? (
                <Form method="post">
                  <OperationField id={operation} />
                  <input type="hidden" name="serah" value={id} />
                  <Button name="aksi" value="urungkan" look="plain" small>
                    {t.undo}
                  </Button>
                </Form>
              ) : (
                t.standing
              ),
          },
        ]}
      />
    </section>
  );
}
