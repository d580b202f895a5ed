import type { ShownFamily } from "@tuwai/server/families";
import type { ReactElement } from "react";
import { familyTexts } from "#language/families.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { ActForm } from "#shell";
import { Button, Card, Disclosure, Notice } from "#ui";
import type { Forms } from "./forms.ts";
import { calledIn } from "./member-cards.tsx";

type Props = { readonly family: ShownFamily; readonly forms: Forms };

/** Who inherits by the rule and why, who does not, and what a person has to look at. A dispute is for a person. */
export function HeirsCard({ family, forms }: Props): ReactElement | null {
  const texts = useTexts(familyTexts);
  const t = texts.heirs;
  const language = useLanguage();
  const { heirs, lostOn } = family;
  if (heirs === null || lostOn === null) return null;
  const who = (id: string) => {
    const member = family.members.find(({ memberId }) => memberId === id);
    return member === undefined
      ? texts.erased
      : `${calledIn(member, texts.erased)}, ${texts.kinships[member.kinship].toLowerCase()}`;
  };
  return (
    <Card title={t.title}>
      <p className="quiet small">{t.lead(formatDate(language, lostOn))}</p>
      {heirs.questions.map((question) => (
        <Notice key={question} tone="warn">
          {t.questions[question]}
        </Notice>
      ))}
      {heirs.decidedBy === "person" ? (
        <p>
          <strong>{t.decided}</strong>
        </p>
      ) : (
        <ul>
          {heirs.heirs.map(({ id, reason }) => (
            <li key={id}>
              <strong>{who(id)}</strong>: {t.reasons[reason as keyof typeof t.reasons]}
            </li>
          ))}
        </ul>
      )}
      {heirs.leftOut.length > 0 && heirs.decidedBy === "rule" && (
        <Disclosure summary={t.leftOut}>
          <ul>
            {heirs.leftOut.map(({ id, because }) => (
              <li key={id}>
                {who(id)}: {t.leftOutReasons[because]}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {heirs.sources.map(({ instrument, article }) => (
        <p key={instrument} className="quiet small">
          {t.source(instrument, article)}
        </p>
      ))}
      {family.can.write && <DisputeForm family={family} forms={forms} />}
    </Card>
  );
}

function DisputeForm({ family, forms }: Props): ReactElement {
  const t = useTexts(familyTexts).heirs;
  const isDisputed = family.disputedAt !== null;
  return (
    <ActForm act="sengketa" forms={forms}>
      <p className="quiet small">{t.disputeNote}</p>
      <input type="hidden" name="tanda" value={isDisputed ? "tidak" : "ya"} />
      <div>
        <Button look="plain" small>
          {isDisputed ? t.agree : t.dispute}
        </Button>
      </div>
    </ActForm>
  );
}
