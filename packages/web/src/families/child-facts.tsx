import type { ChildThread, ShownChild } from "@tuwai/server/families";
import type { ReactElement } from "react";
import { familyTexts } from "#language/families.ts";
import { formatDate, formatInstant, formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, DescriptionList } from "#ui";

/** The one next step for a child, what weighs most first. */
export function useNext(child: ShownChild): string {
  const t = useTexts(familyTexts).child.nexts;
  const letter = child.calendar?.nextLetter?.letter;
  if (child.exitOn !== null) return t.nothing;
  if (child.guardianState === "missing") return t.guardian;
  if (child.guardianState === "ending") return t.guardianEnding;
  if (letter === "late" || letter === "due") return t.letter;
  if (!child.hasConsent && child.isOrphan) return t.consent;
  return child.verifiedAt === null ? t.verify : t.nothing;
}

export function ChildFacts(props: { readonly thread: ChildThread; readonly village: string }): ReactElement {
  const texts = useTexts(familyTexts);
  const t = texts.child;
  const language = useLanguage();
  const to = useLocalPath();
  const { child, lostOn, personCode } = props.thread;
  const consentOn = child.consentOn === null ? "" : formatDate(language, child.consentOn);
  const given = child.hasConsent ? t.consents.given(consentOn) : t.consents.asked(consentOn);
  const consent = { none: t.consents.none, withdrawn: t.consents.withdrawn(consentOn), given };
  const facts = [
    ...(child.birthDate === undefined
      ? []
      : [{ name: texts.add.birthDate, value: formatDate(language, child.birthDate) }]),
    { name: t.facts.village, value: props.village },
    { name: t.facts.siblings, value: formatNumber(language, child.siblings) },
    ...(lostOn === null ? [] : [{ name: t.facts.lostOn, value: formatDate(language, lostOn) }]),
    {
      name: t.facts.verified,
      value: child.verifiedAt === null ? t.notVerified : formatInstant(language, child.verifiedAt),
    },
    { name: t.facts.consent, value: consent[child.consent] },
    ...(personCode === null
      ? []
      : [
          {
            name: t.facts.family,
            value: <a href={to(`/pekerja/${personCode}/keluarga`)}>{texts.of(personCode)}</a>,
          },
        ]),
  ];
  return (
    <Card>
      <DescriptionList facts={facts} />
    </Card>
  );
}
