import type { ShownFamily, UnkeptFamily } from "@tuwai/server/families";
import type { ReactElement } from "react";
import { familyTexts } from "#language/families.ts";
import { formatDate, formatNumber, formatRupiah } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { ActForm } from "#shell";
import { Button, Card, EmptyState } from "#ui";
import type { Forms } from "./forms.ts";
import { CalendarBar } from "./calendar-bars.tsx";
import { AddForm, EndForm, HeadForm } from "./family-forms.tsx";
import { HeirsCard } from "./heirs-card.tsx";
import { calledIn, MemberCards } from "./member-cards.tsx";
import { OpenCard } from "./open-card.tsx";

/** A family, or the beginning of one, wherever it is shown: at its worker or at its case. */
export function FamilyView(props: {
  readonly family: ShownFamily | UnkeptFamily;
  readonly forms: Forms;
  readonly openError: string | undefined;
}): ReactElement {
  const t = useTexts(familyTexts);
  const { family, forms, openError } = props;
  if (family.isKept) return <KeptFamily family={family} forms={forms} openError={openError} />;
  return (
    <EmptyState title={t.none}>
      <p>{t.noneWhy}</p>
      {family.can.write && (
        <ActForm act="mulai" forms={forms}>
          <Button>{t.begin}</Button>
        </ActForm>
      )}
    </EmptyState>
  );
}

type Props = { readonly family: ShownFamily; readonly forms: Forms; readonly openError: string | undefined };

function KeptFamily({ family, forms, openError }: Props) {
  const t = useTexts(familyTexts);
  const language = useLanguage();
  const { can, lostOn, members } = family;
  return (
    <>
      <p>
        {lostOn !== null && <strong>{t.died(formatDate(language, lostOn))} </strong>}
        {t.kept(formatNumber(language, members.length))}. <span className="quiet">{t.lead}</span>
      </p>
      {can.open && <OpenCard isOpen={family.isOpen} error={openError} />}
      {can.write && family.members.every(({ role }) => role !== "head") && (
        <HeadForm family={family} forms={forms} />
      )}
      <MemberCards family={family} />
      <div className="columns">
        <HeirsCard family={family} forms={forms} />
        <Scholarships family={family} />
      </div>
      {can.write && (
        <div className="columns">
          <AddForm forms={forms} />
          <div className="stack">
            <EndForm family={family} forms={forms} />
            {family.members.some(({ role }) => role === "head") && <HeadForm family={family} forms={forms} />}
          </div>
        </div>
      )}
    </>
  );
}

function Scholarships({ family }: { readonly family: ShownFamily }) {
  const t = useTexts(familyTexts);
  const language = useLanguage();
  // A child noted by mistake, or dead before, has no calendar once the breadwinner died.
  const children = family.children.filter(({ calendar }) => family.lostOn === null || calendar !== null);
  const total = children.reduce((sum, { calendar }) => sum + (calendar?.total ?? 0), 0);
  return (
    <Card title={t.calendar.title}>
      {children.length === 0 && <p>{t.calendar.none}</p>}
      {total > 0 && <p>{t.calendar.total(formatRupiah(language, total))}</p>}
      {children.map((child) => (
        <CalendarBar
          key={child.memberId}
          child={child}
          title={`${calledIn(child, t.erased)}, ${t.age(formatNumber(language, child.age))}`}
        />
      ))}
      {total > 0 && (
        <p className="quiet small">
          {t.calendar.condition} {t.calendar.letterRule}
        </p>
      )}
    </Card>
  );
}
