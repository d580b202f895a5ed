import type { PairQuestion } from "@tuwai/server/best-pairs";
import type { ReactElement } from "react";
import { Form } from "react-router";
import { bestPairsTexts } from "#language/best-pairs.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Actions, Button, Card, type FormErrors, TextField } from "#ui";

type Props = {
  readonly question: PairQuestion;
  readonly operation: string;
  readonly isChoosing: boolean;
  readonly errors: FormErrors;
};

/** How the aims are weighed; looking comes before proposing. */
export function QuestionForm({ question, operation, isChoosing, errors }: Props): ReactElement {
  const t = useTexts(bestPairsTexts).form;
  const { weights, mostPerSponsor, onlyUrgent } = question;
  const weight = (name: string, label: string, value: number): ReactElement => (
    <TextField
      name={name}
      label={label}
      hint={t.weightHint}
      error={errors[name]}
      defaultValue={value}
      inputMode="numeric"
      width="short"
    />
  );
  return (
    <Card title={t.title}>
      <p className="quiet">{t.what}</p>
      <Form method="post" className="form">
        <OperationField id={operation} />
        {weight("mendesak", t.priority, weights.priority)}
        {weight("keinginan", t.wishes, weights.wishes)}
        {weight("dekat", t.near, weights.near)}
        <TextField
          name="paling"
          label={t.most}
          hint={t.mostHint}
          error={errors["paling"]}
          defaultValue={mostPerSponsor ?? ""}
          inputMode="numeric"
          width="short"
        />
        <label className="choice">
          <input type="checkbox" name="hanya" value="mendesak" defaultChecked={onlyUrgent} />
          <span>{t.onlyUrgent}</span>
        </label>
        {isChoosing ? (
          <p>{t.busy}</p>
        ) : (
          <Actions>
            <Button name="aksi" value="lihat">
              {t.look}
            </Button>
            <Button name="aksi" value="usulkan" look="plain">
              {t.propose}
            </Button>
          </Actions>
        )}
      </Form>
    </Card>
  );
}
