import type { ShownReservation } from "@tuwai/server/reservations";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { formatDate, formatNumber } from "#language/format.ts";
import { payerTexts } from "#language/payers.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, type FormErrors, Table, TextField } from "#ui";

type Props = {
  readonly payerId: string;
  readonly held: readonly ShownReservation[];
  readonly changing: ShownReservation | null;
  readonly operations: readonly [string, string];
  readonly errors: FormErrors;
};

/** Workers held for a payer, with what can be done about it. */
export function HeldWorkers({ payerId, held, changing, operations, errors }: Props): ReactElement {
  const t = useTexts(payerTexts).held;
  const language = useLanguage();
  const to = useLocalPath();
  const free = held.filter(({ state }) => state === "held");
  return (
    <Card title={t.title} id="ditahan">
      <Table
        caption={t.caption}
        rows={held}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "person",
            head: t.columns.person,
            cell: ({ person: { code, name } }) => <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>,
          },
          {
            key: "until",
            head: t.columns.until,
            cell: ({ untilDay, state, extensions }) => (
              <>
                {state === "held"
                  ? formatDate(language, untilDay)
                  : t.expired(formatDate(language, untilDay))}
                {extensions > 0 && (
                  <div className="quiet small">{t.extended(formatNumber(language, extensions))}</div>
                )}
              </>
            ),
          },
          {
            key: "act",
            head: t.columns.act,
            cell: ({ id, person: { name, code } }) => (
              <a
                href={to(`/iuran/pembayar/${payerId}?ubah=${id}#ubah`)}
                aria-label={t.changeTitle(name ?? code ?? "")}
              >
                {t.change}
              </a>
            ),
          },
        ]}
      />
      {free.length > 0 && (
        <Form method="post">
          <OperationField id={operations[0]} />
          <Button name="aksi" value="danai" look="plain">
            {t.fund(formatNumber(language, free.length))}
          </Button>
        </Form>
      )}
      {changing !== null && <ChangeForm changing={changing} operation={operations[1]} errors={errors} />}
    </Card>
  );
}

function ChangeForm(props: {
  readonly changing: ShownReservation;
  readonly operation: string;
  readonly errors: FormErrors;
}) {
  const t = useTexts(payerTexts).held;
  const { changing, operation, errors } = props;
  return (
    <section id="ubah">
      <h3>{t.changeTitle(changing.person.name ?? changing.person.code ?? "")}</h3>
      <Form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <input type="hidden" name="tahan" value={changing.id} />
        <input type="hidden" name="versi" value={changing.version} />
        <TextField
          name="hari"
          label={t.until}
          type="date"
          width="middle"
          defaultValue={changing.untilDay}
          error={errors["hari"]}
        />
        <TextField name="sebab" label={t.why} error={errors["sebab"]} />
        <Actions>
          <Button name="aksi" value="perpanjang" look="plain">
            {t.extend}
          </Button>
          <Button name="aksi" value="lepas" look="danger">
            {t.release}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}
