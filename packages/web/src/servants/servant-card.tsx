import { listMonths, type Month, shiftMonth } from "@tuwai/domain/time";
import type { ShownServant } from "@tuwai/server/servants";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { formatDate, formatMonth } from "#language/format.ts";
import { servantTexts } from "#language/servants.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, Choices, Disclosure, optionsOf, SelectField, Tag, TextField } from "#ui";

export type ServantRow = ShownServant & { readonly operation: string };

/** One sponsor of whom a list says something new, with what can be said about it. */
export function ServantCard(props: {
  readonly servant: ServantRow;
  readonly mayDecide: boolean;
}): ReactElement {
  const t = useTexts(servantTexts);
  const { servant, mayDecide } = props;
  return (
    <Card title={servant.sponsorName ?? servant.pledgeCode}>
      <p>
        <Tag status="decision">{useFinding(servant)}</Tag>
      </p>
      <p className="quiet small">{t.pledge(servant.pledgeCode, servant.office)}</p>
      {mayDecide && (
        <Disclosure summary={t.decide}>
          <Decide servant={servant} />
        </Disclosure>
      )}
    </Card>
  );
}

function useFinding({ finding }: ServantRow): string {
  const t = useTexts(servantTexts).findings;
  const language = useLanguage();
  if (finding === null) return t.byHand;
  if (finding.kind === "moved") return t.moved(finding.office);
  return finding.kind === "gone" ? t.gone : t.retires(formatDate(language, finding.on));
}

function Decide({ servant }: { readonly servant: ServantRow }) {
  const t = useTexts(servantTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { finding, firstMonth } = servant;
  const months: readonly Month[] = listMonths(firstMonth, shiftMonth(firstMonth, 6));
  return (
    <Form method="post" className="form" action={to("/sponsor/pegawai")}>
      <OperationField id={servant.operation} />
      <input type="hidden" name="mandat" value={servant.pledgeCode} />
      <input type="hidden" name="versi" value={servant.version} />
      <Choices
        name="terjadi"
        label={t.what}
        options={optionsOf(t.choices)}
        value={finding?.kind === "moved" ? "move" : finding?.kind === "retires" ? "transfer" : undefined}
      />
      <TextField
        name="kantor"
        label={t.office}
        width="middle"
        maxLength={120}
        defaultValue={finding?.kind === "moved" ? finding.office : ""}
      />
      <SelectField
        name="mulai"
        label={t.month}
        defaultValue={firstMonth}
        options={months.map((month) => ({ value: month, label: formatMonth(language, month) }))}
      />
      <Actions>
        <Button small>{t.submit}</Button>
      </Actions>
    </Form>
  );
}
