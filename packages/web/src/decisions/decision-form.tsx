import type { ReactElement, ReactNode } from "react";
import { Form } from "react-router";
import { decisionTexts } from "#language/decisions.ts";
import { useTexts } from "#language/use-texts.ts";
import { Actions, Button, TextField } from "#ui";

/** What a second person answers with: agree, or refuse and say why. `readDecision` reads it back. */
export function DecisionForm(props: {
  /** Hidden fields that say what is decided. */
  readonly children: ReactNode;
  /** A refusal here needs no reason. */
  readonly withoutReason?: boolean;
  readonly error?: string | undefined;
  /** What is asked cannot be agreed to as things stand: it can only be refused. */
  readonly isBlocked?: boolean;
  /** A second way to agree, beside the first. */
  readonly otherWay?: { readonly value: string; readonly label: string } | undefined;
}): ReactElement {
  const t = useTexts(decisionTexts);
  return (
    <Form method="post" className="form" noValidate>
      {props.children}
      {props.withoutReason !== true && (
        <TextField
          name="alasan"
          label={t.reason}
          hint={t.reasonHint}
          autoComplete="off"
          error={props.error}
        />
      )}
      <Actions>
        {props.isBlocked !== true && (
          <Button name="putusan" value="setuju">
            {t.approve}
          </Button>
        )}
        {props.otherWay && (
          <Button look="plain" name="putusan" value={props.otherWay.value}>
            {props.otherWay.label}
          </Button>
        )}
        <Button look="plain" name="putusan" value="tolak">
          {t.refuse}
        </Button>
      </Actions>
    </Form>
  );
}
