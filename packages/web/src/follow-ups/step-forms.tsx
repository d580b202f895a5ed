import type { FollowUpStep } from "@tuwai/domain/follow-ups";
import type { ReactElement, ReactNode } from "react";
import { followUpTexts } from "#language/follow-ups.ts";
import { useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Card, Disclosure, FileField, type FormErrors, TextField } from "#ui";

type StepName = FollowUpStep["step"];
type Props = {
  readonly operation: string;
  readonly version: number;
  readonly mayAct: readonly StepName[];
  readonly mayAnswer: readonly StepName[];
  /** The city acts for an office. */
  readonly isHelping: boolean;
  readonly needsPaper: boolean;
  readonly papers: number;
  readonly undoes: string | null;
  readonly errors: FormErrors;
};

/** What the reader can do now: the city's answer first, then what the office can do, then the way back. */
export function StepForms(props: Props): ReactElement {
  const t = useTexts(followUpTexts).page;
  return (
    <>
      <Answers {...props} />
      {props.mayAct.length > 0 && (
        <Card title={props.isHelping ? t.actFor : t.act}>
          <OwnSteps {...props} />
        </Card>
      )}
      {props.undoes !== null && (
        <StepForm {...props} step="undo">
          <Button look="plain">{t.undo}</Button>
        </StepForm>
      )}
    </>
  );
}

function Answers(props: Props): ReactElement | null {
  const t = useTexts(followUpTexts).page;
  const can = (step: StepName) => props.mayAnswer.includes(step);
  if (!can("accept") && !can("grant")) return null;
  const [yes, no] = can("accept") ? (["accept", "send-back"] as const) : (["grant", "refuse"] as const);
  const words = { accept: t.accept, "send-back": t.sendBack, grant: t.grant, refuse: t.refuse };
  return (
    <Card title={t.answer}>
      <StepForm {...props} step={yes}>
        <Button>{words[yes]}</Button>
      </StepForm>
      <Folded {...props} step={no} summary={words[no]}>
        <Button look="plain">{words[no]}</Button>
      </Folded>
    </Card>
  );
}

function OwnSteps(props: Props): ReactElement {
  const t = useTexts(followUpTexts).page;
  const { mayAct, errors, needsPaper, papers } = props;
  const can = (step: StepName) => mayAct.includes(step);
  const isReady = !needsPaper || papers > 0;
  return (
    <>
      {can("hand-in") && needsPaper && (
        <StepForm {...props} step="hand-in">
          <FileField
            name="berkas"
            label={t.scan}
            hint={t.scanHint}
            accept=".pdf,image/jpeg,image/png,image/webp"
            error={errors["berkas"]}
          />
          <Button {...(isReady ? { look: "plain" as const } : {})}>{t.handIn}</Button>
        </StepForm>
      )}
      {can("finish") && isReady && (
        <StepForm {...props} step="finish">
          <p className="hint">{t.finishHint}</p>
          <Button>{t.finish}</Button>
        </StepForm>
      )}
      {can("ask") && (
        <Folded {...props} step="ask" summary={t.ask}>
          <TextField name="sampai" label={t.until} type="date" width="middle" error={errors["sampai"]} />
          <Button look="plain">{t.ask}</Button>
        </Folded>
      )}
      {can("cannot") && (
        <Folded {...props} step="cannot" summary={t.cannot}>
          <p className="hint">{t.cannotHint}</p>
          <Button look="plain">{t.cannot}</Button>
        </Folded>
      )}
    </>
  );
}

type OneStep = Pick<Props, "operation" | "version" | "errors"> & {
  readonly step: StepName | "undo";
  readonly children: ReactNode;
};

function StepForm({ operation, version, step, children }: OneStep): ReactElement {
  return (
    <form method="post" encType="multipart/form-data" className="form" noValidate>
      <OperationField id={operation} />
      <input type="hidden" name="versi" value={version} />
      <input type="hidden" name="langkah" value={step} />
      {children}
    </form>
  );
}

/** A step that needs a reason: opened when it is wanted, or when something in it is wrong. */
function Folded(props: OneStep & { readonly summary: string }): ReactElement {
  const t = useTexts(followUpTexts).page;
  const { step, errors } = props;
  const reason = `alasan-${step}`;
  const isWrong = errors[reason] !== undefined || (step === "ask" && errors["sampai"] !== undefined);
  return (
    <Disclosure summary={props.summary} isOpen={isWrong}>
      <StepForm {...props}>
        <TextField name={reason} label={t.reason} maxLength={1000} error={errors[reason]} />
        {props.children}
      </StepForm>
    </Disclosure>
  );
}
