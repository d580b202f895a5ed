import { almsRhythms } from "@tuwai/domain/alms";
import type { PledgeReason } from "@tuwai/server/alms";
import type { ReactElement } from "react";
import { almsTexts } from "#language/alms.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Choices, Notice, SelectField, TextField } from "#ui";

export type TypedFields = Readonly<Record<string, string>>;
export type PledgeAnswer = { readonly reasons: readonly PledgeReason[]; readonly typed: TypedFields };

/** The question of how much, how often and how; it works without a script. */
export function PledgeForm(props: {
  readonly campaigns: readonly { readonly id: string; readonly title: string }[];
  readonly channels: readonly ("payroll" | "qris" | "transfer")[];
  readonly operation: string;
  readonly failed: PledgeAnswer | undefined;
  readonly submit: string;
}): ReactElement {
  const t = useTexts(almsTexts).form;
  const { campaigns, channels, failed } = props;
  const typed = failed?.typed ?? {};
  const error = (reason: PledgeReason) => (failed?.reasons.includes(reason) ? t.refusals[reason] : undefined);
  return (
    <form method="post" className="form" noValidate>
      {failed !== undefined && (
        <Notice tone="err" announce>
          {failed.reasons.map((reason) => t.refusals[reason]).join(" ")} {t.kept}
        </Notice>
      )}
      <OperationField id={props.operation} />
      <SelectField
        name="kampanye"
        label={t.campaign}
        options={campaigns.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={typed["kampanye"] ?? campaigns[0]?.id ?? ""}
        error={error("no-campaign")}
      />
      <TextField
        name="jumlah"
        label={t.amount}
        hint={t.amountHint}
        inputMode="numeric"
        width="short"
        defaultValue={typed["jumlah"] ?? ""}
        error={error("bad-amount")}
      />
      <Choices
        name="irama"
        label={t.rhythm}
        options={almsRhythms.map((value) => ({ value, label: t.rhythms[value] }))}
        value={typed["irama"] ?? "once"}
        error={error("bad-rhythm")}
      />
      <Choices
        name="cara"
        label={t.channel}
        options={channels.map((value) => ({ value, label: t.channels[value] }))}
        value={typed["cara"] ?? channels[0]}
        error={error("bad-channel")}
      />
      <TextField
        name="nama"
        label={t.name}
        hint={t.nameHint}
        autoComplete="off"
        maxLength={80}
        defaultValue={typed["nama"] ?? ""}
      />
      <Actions>
        <Button>{props.submit}</Button>
      </Actions>
    </form>
  );
}
