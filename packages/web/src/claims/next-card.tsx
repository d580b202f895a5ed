import type { Claim } from "@tuwai/server/claims";
import { ruleOf } from "@tuwai/domain/claims";
import type { ReactElement } from "react";
import { claimTexts } from "#language/claims.ts";
import { claimPageTexts } from "#language/claim.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { wordOf } from "#language/word-of.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Actions, ButtonLink, Card, Disclosure, Tag } from "#ui";
import { nextOf, type NextThing } from "./claim-words.ts";
import { type FormStep, formSteps, StepFields } from "./step-fields.tsx";
import type { Forms } from "./step-form.tsx";
import { daysLate } from "./turn-words.tsx";

/** The step whose form belongs to the next thing; documents and money have cards of their own to go to. */
const stepOf: Readonly<Partial<Record<NextThing["what"], FormStep>>> = {
  tell: "tell-bpjs",
  "hand-in": "hand-in",
  answer: "accept",
  money: "pay",
  object: "object",
  objection: "accept",
  help: "help",
  close: "close",
};

/** Steps that the reader may take now, by the state and by the role. */
const open = ({ steps, can }: Claim): readonly FormStep[] =>
  formSteps.filter(
    (step) => steps.includes(step) && (ruleOf(step).by === "whoever-helps" ? can.help : can.answer),
  );

function useWhat(next: NextThing): string {
  const { next: t, documents } = useTexts(claimPageTexts);
  if (next.what !== "gather") return t.what[next.what];
  const known = documents.names[next.document as keyof typeof documents.names];
  const name = known?.name ?? wordOf({}, next.document);
  return t.what.gather(name.charAt(0).toLowerCase() === name.charAt(0) ? name : lowered(name));
}

/** "Akta kematian" becomes "akta kematian"; "KTP ahli waris" stays. */
const lowered = (name: string): string =>
  /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** The one thing that comes next: whose it is, until when, and its form. */
export function NextCard(forms: Forms): ReactElement {
  const { next: t } = useTexts(claimPageTexts);
  const { claim } = forms;
  const next = nextOf(claim);
  const what = useWhat(next);
  const step = stepOf[next.what];
  const isMine = step !== undefined && open(claim).includes(step);
  if (next.what === "nothing")
    return (
      <section className="card">
        <p>{t.done}</p>
      </section>
    );
  return (
    <section className="card first-step" id="berikutnya">
      <h2>{t.title(what)}</h2>
      <Whose {...forms} next={next} />
      {isMine && <StepFields step={step} forms={forms} isMain />}
      <Where next={next} claim={claim} isMine={isMine} />
    </section>
  );
}

function Whose({ claim, today, next }: Forms & { readonly next: NextThing }) {
  const { next: t } = useTexts(claimPageTexts);
  const { owners } = useTexts(claimTexts);
  const language = useLanguage();
  const { turn, clocks } = claim;
  const report = clocks.find(({ name }) => name === "report");
  // Telling BPJS has its own limit, to the minute, and shows it in its clock.
  const isTelling = next.what === "tell" && typeof report?.until === "number";
  const dueOn = isTelling ? null : turn.dueOn;
  const late = daysLate(dueOn, today);
  return (
    <p>
      {dueOn === null
        ? t.owner(owners[turn.owner])
        : t.ownerUntil(owners[turn.owner], formatDate(language, dueOn))}{" "}
      {late > 0 && <Tag status="arrears">{t.late(formatNumber(language, late))}</Tag>}
    </p>
  );
}

type WhereProps = { readonly next: NextThing; readonly claim: Claim; readonly isMine: boolean };

function Where({ next, claim, isMine }: WhereProps) {
  const { next: t, documents } = useTexts(claimPageTexts);
  if (next.what === "gather") {
    const known = documents.names[next.document as keyof typeof documents.names];
    return (
      <>
        {known !== undefined && <p className="quiet">{t.issuedBy(known.issuer)}</p>}
        {claim.can.help && (
          <Actions>
            <ButtonLink href="#berkas">{t.toDocuments}</ButtonLink>
          </Actions>
        )}
      </>
    );
  }
  if (next.what === "explain" && claim.can.answer)
    return (
      <Actions>
        <ButtonLink href="#uang">{t.toMoney}</ButtonLink>
      </Actions>
    );
  return isMine ? null : <p className="quiet">{t.waits}</p>;
}

/** Whatever else the reader may do now, each folded until it is wanted. */
export function OtherSteps(forms: Forms): ReactElement | null {
  const { steps: t } = useTexts(claimPageTexts);
  const next = stepOf[nextOf(forms.claim).what];
  const others = open(forms.claim).filter((step) => step !== next);
  if (others.length === 0) return null;
  return (
    <Card title={t.others}>
      <div>
        {others.map((step) => (
          <Disclosure key={step} summary={t.summaries[step]} isOpen={forms.failed?.act === step}>
            <StepFields step={step} forms={forms} />
          </Disclosure>
        ))}
      </div>
    </Card>
  );
}
